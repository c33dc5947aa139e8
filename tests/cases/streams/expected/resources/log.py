# Generated from the description of Radio by specloom; edits will be lost.

"""Calls under `log`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.formats import (
    AsyncFormatsResource as _AsyncFormatsResource,
    FormatsResource as _FormatsResource,
)
from .._runtime.features.item_bodies import json_line as _json_line, write_items as _write_items
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from .._runtime.features.item_bodies import ItemSource as _ItemSource
    from .._runtime.features.streams import AsyncStream as _AsyncStream, Stream as _Stream
    from ..inputs.song_input import SongInput
    from ..models.song import Song

__all__ = ["AsyncLog", "Log"]


class Log(_FormatsResource):
    """Calls under `log`."""

    def read(self) -> _Stream[Song | int]:
        """Call `GET /log`.

        Returns:
            A stream: it gives the JSON value of each line when it comes.

                with client.log.read() as stream:
                    for value in stream:
                        print(value)
        """
        from .._runtime.features.json_lines import JsonLines as _JsonLines
        from .._runtime.features.streams import stream as _stream
        from ..models.song import Song

        _items: _Stream[Song | int] = _stream(
            self._session, _read_request(), _JsonLines(Song | int)
        )
        return _items

    def append(self, *, body: _ItemSource[SongInput | Song]) -> None:
        """Call `POST /log`.

        Args:
            body: The body.
        """
        self._nothing(_append_request(body=body))


class AsyncLog(_AsyncFormatsResource):
    """Calls under `log`."""

    async def read(self) -> _AsyncStream[Song | int]:
        """Call `GET /log`.

        Returns:
            A stream: it gives the JSON value of each line when it comes.

                async with await client.log.read() as stream:
                    async for value in stream:
                        print(value)
        """
        from .._runtime.features.json_lines import JsonLines as _JsonLines
        from .._runtime.features.streams import stream_async as _stream_async
        from ..models.song import Song

        _items: _AsyncStream[Song | int] = await _stream_async(
            self._session, _read_request(), _JsonLines(Song | int)
        )
        return _items

    async def append(self, *, body: _ItemSource[SongInput | Song]) -> None:
        """Call `POST /log`.

        Args:
            body: The body.
        """
        await self._nothing(_append_request(body=body))


def _read_request() -> _Request:
    _request = _Request("GET", "/log")
    _request.accept("application/x-ndjson")
    return _request


def _append_request(*, body: _ItemSource[SongInput | Song]) -> _Request:
    from ..inputs.song_input import SONG_INPUT

    _request = _Request("POST", "/log")
    _request.require(body=body)
    _write_items(_request, body, "application/x-ndjson", _json_line, SONG_INPUT)
    return _request

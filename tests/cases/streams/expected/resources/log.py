# Generated from the description of Radio by specloom; edits will be lost.

"""Calls under `log`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from .._runtime.features.streams import AsyncStream as _AsyncStream, Stream as _Stream
    from ..models.song import Song

__all__ = ["AsyncLog", "Log"]


class Log(_Resource):
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


class AsyncLog(_AsyncResource):
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


def _read_request() -> _Request:
    _request = _Request("GET", "/log")
    _request.accept("application/x-ndjson")
    return _request

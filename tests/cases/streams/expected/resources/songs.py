# Generated from the description of Radio by specloom; edits will be lost.

"""Calls under `songs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.formats import (
    AsyncFormatsResource as _AsyncFormatsResource,
    FormatsResource as _FormatsResource,
)
from .._runtime.features.stream_or_value import StreamOrValue as _StreamOrValue
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from .._runtime.features.streams import AsyncStream as _AsyncStream, Stream as _Stream
    from ..models.song import Song
    from ..models.usage import Usage

__all__ = ["AsyncSongs", "Songs"]


class Songs(_FormatsResource):
    """Calls under `songs`."""

    def watch(self) -> _Stream[Song | Usage]:
        """Follow what is played.

        `GET /songs`

        Returns:
            A stream: it gives the data of each event when it comes. An answer of status 202 is the
            one item in its place.

                with client.songs.watch() as stream:
                    for data in stream:
                        print(data)
        """
        from .._runtime.features.events import EventData as _EventData
        from .._runtime.features.streams import stream as _stream
        from ..models.song import Song
        from ..models.usage import Usage

        _items: _Stream[Song | Usage] = _stream(
            self._session, _watch_request(), _StreamOrValue(_EventData(Song), {202: Usage})
        )
        return _items


class AsyncSongs(_AsyncFormatsResource):
    """Calls under `songs`."""

    async def watch(self) -> _AsyncStream[Song | Usage]:
        """Follow what is played.

        `GET /songs`

        Returns:
            A stream: it gives the data of each event when it comes. An answer of status 202 is the
            one item in its place.

                async with await client.songs.watch() as stream:
                    async for data in stream:
                        print(data)
        """
        from .._runtime.features.events import EventData as _EventData
        from .._runtime.features.streams import stream_async as _stream_async
        from ..models.song import Song
        from ..models.usage import Usage

        _items: _AsyncStream[Song | Usage] = await _stream_async(
            self._session, _watch_request(), _StreamOrValue(_EventData(Song), {202: Usage})
        )
        return _items


def _watch_request() -> _Request:
    _request = _Request("GET", "/songs")
    _request.accept("text/event-stream")
    return _request

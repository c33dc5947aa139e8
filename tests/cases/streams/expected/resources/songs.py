# Generated from the description of Radio by specloom; edits will be lost.

"""Calls under `songs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from .._runtime.features.streams import AsyncStream as _AsyncStream, Stream as _Stream
    from ..models.song import Song

__all__ = ["AsyncSongs", "Songs"]


class Songs(_Resource):
    """Calls under `songs`."""

    def watch(self) -> _Stream[Song]:
        """Follow what is played.

        `GET /songs`

        Returns:
            A stream: it gives the data of each event when it comes.

                with client.songs.watch() as stream:
                    for data in stream:
                        print(data)
        """
        from .._runtime.features.events import EventData as _EventData
        from .._runtime.features.streams import stream as _stream
        from ..models.song import Song

        return _stream(self._session, _watch_request(), _EventData(Song))


class AsyncSongs(_AsyncResource):
    """Calls under `songs`."""

    async def watch(self) -> _AsyncStream[Song]:
        """Follow what is played.

        `GET /songs`

        Returns:
            A stream: it gives the data of each event when it comes.

                async with await client.songs.watch() as stream:
                    async for data in stream:
                        print(data)
        """
        from .._runtime.features.events import EventData as _EventData
        from .._runtime.features.streams import stream_async as _stream_async
        from ..models.song import Song

        return await _stream_async(self._session, _watch_request(), _EventData(Song))


def _watch_request() -> _Request:
    _request = _Request("GET", "/songs")
    _request.accept("text/event-stream")
    return _request

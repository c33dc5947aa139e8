# Generated from the description of Radio by specloom; edits will be lost.

"""Calls under `answers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.formats import (
    AsyncFormatsResource as _AsyncFormatsResource,
    FormatsResource as _FormatsResource,
)
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from .._runtime.features.events import Event as _Event
    from .._runtime.features.streams import AsyncStream as _AsyncStream, Stream as _Stream
    from ..models.song import Song
    from ..models.usage import Usage

__all__ = ["AsyncAnswers", "Answers"]


class Answers(_FormatsResource):
    """Calls under `answers`."""

    def ask(self, id: int) -> _Stream[_Event[str | Usage | Song]]:
        """Call `POST /answers/{id}`.

        Args:
            id: The path parameter `id`.

        Returns:
            A stream: it gives each event, with its type and id, when it comes.

                with client.answers.ask(...) as stream:
                    for event in stream:
                        print(event)
        """
        from .._runtime.features.events import TEXT as _TEXT, Events as _Events
        from .._runtime.features.streams import stream as _stream
        from ..models.song import Song
        from ..models.usage import Usage

        _items: _Stream[_Event[str | Usage | Song]] = _stream(
            self._session,
            _ask_request(id),
            _Events(_TEXT, {"token": _TEXT, "usage": Usage, "total": Usage, "song": Song}),
        )
        return _items


class AsyncAnswers(_AsyncFormatsResource):
    """Calls under `answers`."""

    async def ask(self, id: int) -> _AsyncStream[_Event[str | Usage | Song]]:
        """Call `POST /answers/{id}`.

        Args:
            id: The path parameter `id`.

        Returns:
            A stream: it gives each event, with its type and id, when it comes.

                async with await client.answers.ask(...) as stream:
                    async for event in stream:
                        print(event)
        """
        from .._runtime.features.events import TEXT as _TEXT, Events as _Events
        from .._runtime.features.streams import stream_async as _stream_async
        from ..models.song import Song
        from ..models.usage import Usage

        _items: _AsyncStream[_Event[str | Usage | Song]] = await _stream_async(
            self._session,
            _ask_request(id),
            _Events(_TEXT, {"token": _TEXT, "usage": Usage, "total": Usage, "song": Song}),
        )
        return _items


def _ask_request(id: int) -> _Request:
    _request = _Request("POST", "/answers/{id}")
    _request.accept("text/event-stream")
    _request.numbers(id=id)
    _request.path("id", id)
    return _request

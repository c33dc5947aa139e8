# Generated from the description of Radio by specloom; edits will be lost.

"""Calls under `chat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload as _overload

from .._runtime.features.formats import (
    AsyncFormatsResource as _AsyncFormatsResource,
    FormatsResource as _FormatsResource,
)
from .._runtime.features.media_types import ask_for as _ask_for
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from typing import Literal as _Literal

    from .._runtime.features.streams import AsyncStream as _AsyncStream, Stream as _Stream
    from .._runtime.unset import Unset as _Unset
    from ..models.song import Song
    from ..models.usage import Usage

__all__ = ["AsyncChat", "Chat"]


class Chat(_FormatsResource):
    """Calls under `chat`."""

    @_overload
    def ask(
        self,
        *,
        text: str | _Unset = _UNSET,
        stream: _Literal[False] | _Unset = _UNSET,
        accept: _Literal["application/json"] = "application/json",
    ) -> Usage: ...
    @_overload
    def ask(
        self,
        *,
        accept: _Literal["text/event-stream"],
        text: str | _Unset = _UNSET,
        stream: bool | _Unset = _UNSET,
    ) -> _Stream[Song]: ...
    @_overload
    def ask(
        self,
        *,
        stream: _Literal[True],
        text: str | _Unset = _UNSET,
        accept: _Literal["application/json", "text/event-stream"] = "application/json",
    ) -> _Stream[Song]: ...
    @_overload
    def ask(
        self,
        *,
        text: str | _Unset = _UNSET,
        stream: bool | _Unset = _UNSET,
        accept: _Literal["application/json", "text/event-stream"] = "application/json",
    ) -> Usage | _Stream[Song]: ...
    def ask(
        self,
        *,
        text: str | _Unset = _UNSET,
        stream: bool | _Unset = _UNSET,
        accept: str = "application/json",
    ) -> Usage | _Stream[Song]:
        """Call `POST /chat`.

        Args:
            text: `text` of the body.
            stream: `stream` of the body.
            accept: The media type that the answer is to have.

        Returns:
            A stream, if asked for by `stream=True`, or by `accept="text/event-stream"`: it gives
            the data of each event when it comes.

                with client.chat.ask(accept="text/event-stream") as stream:
                    for data in stream:
                        print(data)
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type
        from ..models.usage import Usage

        if stream is True and accept == "application/json":
            accept = "text/event-stream"
        if stream is _UNSET and accept == "text/event-stream":
            stream = True
        if accept == "text/event-stream":
            from .._runtime.features.events import EventData as _EventData
            from .._runtime.features.streams import stream as _stream
            from ..models.song import Song

            return _stream(
                self._session,
                _ask_request(text=text, stream=stream, accept=accept),
                _EventData(Song),
            )
        _answer: Usage = self._read(
            _ask_request(text=text, stream=stream, accept=accept),
            _by_media_type({"application/json": Usage}),
        )
        return _answer


class AsyncChat(_AsyncFormatsResource):
    """Calls under `chat`."""

    @_overload
    async def ask(
        self,
        *,
        text: str | _Unset = _UNSET,
        stream: _Literal[False] | _Unset = _UNSET,
        accept: _Literal["application/json"] = "application/json",
    ) -> Usage: ...
    @_overload
    async def ask(
        self,
        *,
        accept: _Literal["text/event-stream"],
        text: str | _Unset = _UNSET,
        stream: bool | _Unset = _UNSET,
    ) -> _AsyncStream[Song]: ...
    @_overload
    async def ask(
        self,
        *,
        stream: _Literal[True],
        text: str | _Unset = _UNSET,
        accept: _Literal["application/json", "text/event-stream"] = "application/json",
    ) -> _AsyncStream[Song]: ...
    @_overload
    async def ask(
        self,
        *,
        text: str | _Unset = _UNSET,
        stream: bool | _Unset = _UNSET,
        accept: _Literal["application/json", "text/event-stream"] = "application/json",
    ) -> Usage | _AsyncStream[Song]: ...
    async def ask(
        self,
        *,
        text: str | _Unset = _UNSET,
        stream: bool | _Unset = _UNSET,
        accept: str = "application/json",
    ) -> Usage | _AsyncStream[Song]:
        """Call `POST /chat`.

        Args:
            text: `text` of the body.
            stream: `stream` of the body.
            accept: The media type that the answer is to have.

        Returns:
            A stream, if asked for by `stream=True`, or by `accept="text/event-stream"`: it gives
            the data of each event when it comes.

                async with await client.chat.ask(accept="text/event-stream") as stream:
                    async for data in stream:
                        print(data)
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type
        from ..models.usage import Usage

        if stream is True and accept == "application/json":
            accept = "text/event-stream"
        if stream is _UNSET and accept == "text/event-stream":
            stream = True
        if accept == "text/event-stream":
            from .._runtime.features.events import EventData as _EventData
            from .._runtime.features.streams import stream_async as _stream_async
            from ..models.song import Song

            return await _stream_async(
                self._session,
                _ask_request(text=text, stream=stream, accept=accept),
                _EventData(Song),
            )
        _answer: Usage = await self._read(
            _ask_request(text=text, stream=stream, accept=accept),
            _by_media_type({"application/json": Usage}),
        )
        return _answer


def _ask_request(*, text: str | _Unset, stream: bool | _Unset, accept: str) -> _Request:
    _request = _Request("POST", "/chat", optional_body=True)
    _ask_for(_request, accept, "application/json", "text/event-stream")
    _request.field("text", text)
    _request.field("stream", stream)
    return _request

"""Answers that come item by item: iterators of typed values, which hold one item at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from copy import copy
from enum import Enum
from time import sleep
from typing import TYPE_CHECKING, ClassVar, Generic, Self, TypeVar, cast, overload

from ..errors import TransportError
from ..request import header_field
from ..response import Source, item_decoder
from ..retry import LONGEST_WAIT
from ..transport import reading
from .frames import WholeFrame

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    import httpx

    from ..answer import Deadline
    from ..configuration import Configuration, OnMismatch
    from ..request import Request
    from ..session import AsyncSession, Session
    from .frames import Frame, Frames

__all__ = ["AsyncStream", "Reader", "Signal", "Stream", "stream", "stream_async"]

T = TypeVar("T")


class Signal(Enum):
    """What comes in the place of an item."""

    MORE = 0
    """More has to be read."""
    SKIP = 1
    """There is nothing in it for the caller."""
    END = 2
    """Nothing follows."""


class Reader(ABC, Generic[T]):
    """How the items of a stream are found and read.

    Args:
        kind: The type of what is JSON in them.
    """

    expected: ClassVar[str] = ""
    """What an answer of one JSON text is not; empty where it could be one."""

    @overload
    def __init__(self, kind: type[T]) -> None: ...
    @overload
    def __init__(self, kind: object) -> None: ...
    def __init__(self, kind: object) -> None:
        self.kind = kind
        self.decoded = item_decoder(kind)
        """Returns the JSON of an item as a value of that type."""

    @abstractmethod
    def frames(self, limit: int | None, last_id: str) -> Frames:
        """Return what finds the items in a body.

        Args:
            limit: The most bytes that are held of one item; None: any number.
            last_id: The id of the last item before this stream.
        """

    @abstractmethod
    def read(self, source: Source, frame: Frame) -> T | Signal:
        """Return the value of an item, which `source` has."""


class BaseStream(Generic[T]):
    """What blocking and other streams share.

    Attributes:
        response: The answer's status and header fields.
        last_event_id: The id of the last event that was read; empty where the server gives none.
        retry: Milliseconds that the server wants to be left alone when the stream breaks; None: it says nothing.
    """

    def __init__(
        self, response: httpx.Response, request: Request, reader: Reader[T], configuration: Configuration, last_id: str
    ) -> None:
        self.response = response
        self.last_event_id = last_id
        self.retry: int | None = None
        self._request, self._reader, self._configuration = request, reader, configuration
        self._route, self._read_item = request.route, reader.read
        self._on_mismatch: OnMismatch = configuration.on_mismatch
        self._frames = self._choose_frames()
        self._waiting: deque[Frame] = deque()
        self._is_over = False
        bounded = cast("Callable[[], Deadline]", response.extensions["specloom.bounded"])
        self._deadline = bounded()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._request.route}{' (over)' * self._is_over}>"

    def _choose_frames(self) -> Frames:
        limit, expected = self._configuration.max_response_bytes, self._reader.expected
        media_type = self.response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if expected and media_type.endswith(("/json", "+json")):
            return WholeFrame(limit, f"the answer is {media_type[:80]}, not {expected}")
        return self._reader.frames(limit, self.last_event_id)

    def _next(self) -> T | Signal:
        """Return the next item of what has come; else whether more is to be read, or nothing follows."""
        while self._waiting:
            frame = self._waiting.popleft()
            content, _, last_id, retry, problem = frame
            if last_id is not None:
                self.last_event_id = last_id
            if retry is not None:
                self.retry = retry
            source = Source(self.response, self._route, self._on_mismatch, content)
            if problem:
                source.report(("", problem))
            if content is None:
                continue
            item = self._read_item(source, frame)
            if item is not Signal.SKIP:
                return item
        return Signal.END if self._is_over else Signal.MORE

    def _take(self, piece: bytes | None) -> None:
        """Take a piece of the body, or its end. A line that ends is a sign of life: the time begins anew."""
        if piece is None:
            self._is_over = True
            self._waiting += self._frames.finish()
            return
        if b"\n" in piece or b"\r" in piece:
            self._deadline.restart()
        self._waiting += self._frames.feed(piece)

    def _end(self) -> None:
        self._is_over = True
        self._waiting.clear()

    def _renewed(self) -> Request:
        """Return the request that asks for what follows the last event.

        Raises:
            ValueError: Its body was read while it was sent.
            TransportError: No header field can carry the last id.
        """
        if not self._request.repeatable:
            raise ValueError("the body of this call was read while it was sent, so it cannot be sent again")
        request = copy(self._request)
        if self.last_event_id:
            value = self.last_event_id.encode().decode("latin-1")
            try:
                field = header_field("Last-Event-ID", value)
            except ValueError:
                message = "the id of the last event has characters that no header field can carry"
                raise TransportError(message, route=request.route, sent=False) from None
            request.headers = {**request.headers, "last-event-id": field}
        return request

    @property
    def _pause(self) -> float:
        return min((self.retry or 0) / 1000, LONGEST_WAIT)


class Stream(BaseStream[T]):
    """The items of an answer, each read when it is asked for. Leaving the `with` statement closes the connection.

        with client.….…(…) as stream:
            for item in stream:
                …

    So do the end of the stream and any error. Waiting for the first item, and between two, takes as long as the
    client's `timeout` at most; lines that the server sends to keep the connection alive start the time anew. The stream
    as a whole has no limit.
    """

    def __init__(
        self, session: Session, request: Request, reader: Reader[T], response: httpx.Response, last_id: str = ""
    ) -> None:
        super().__init__(response, request, reader, session.configuration, last_id)
        self._session = session
        self._pieces = response.iter_bytes()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        """Return the next item.

        Raises:
            TransportError: The connection broke, or the server took too long.
            TooLargeError: The item has more than `max_response_bytes`.
            MismatchError: The item contradicts the description and `on_mismatch` is `raise`, or it nests too deep.
        """
        try:
            if (item := self._next()) is Signal.MORE:
                self._deadline.restart()
                while (item := self._next()) is Signal.MORE:
                    self._take(self._read())
        except BaseException:
            self.close()
            raise
        if isinstance(item, Signal):
            self.close()
            raise StopIteration
        return item

    def _read(self) -> bytes | None:
        with reading(self._request.route):
            return next(self._pieces, None)

    def resume(self) -> Stream[T]:
        """Close the stream, wait as long as the server wants, and ask for what follows the last event.

        The same request is sent, with the header field `Last-Event-ID` where there was an id.

        Raises:
            ValueError: The body of the request was read while it was sent.
            CallError: As the call itself.
        """
        self.close()
        request = self._renewed()
        sleep(self._pause)
        return Stream(
            self._session, request, self._reader, self._session.send(request, stream=True), self.last_event_id
        )

    def close(self) -> None:
        """Leave the rest unread."""
        self._end()
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncStream(BaseStream[T]):
    """The items of an answer for asyncio and trio, each read when it is asked for.

        async with await client.….…(…) as stream:
            async for item in stream:
                …

    Leaving the `async with` statement closes the connection; so do the end of the stream and any error. Waiting for the
    first item, and between two, takes as long as the client's `timeout` at most; lines that the server sends to keep
    the connection alive start the time anew. The stream as a whole has no limit.
    """

    def __init__(
        self, session: AsyncSession, request: Request, reader: Reader[T], response: httpx.Response, last_id: str = ""
    ) -> None:
        super().__init__(response, request, reader, session.configuration, last_id)
        self._session = session
        self._pieces = cast("AsyncGenerator[bytes]", response.aiter_bytes())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        """Return the next item; raises as `Stream` does."""
        try:
            if (item := self._next()) is Signal.MORE:
                self._deadline.restart()
                while (item := self._next()) is Signal.MORE:
                    self._take(await self._read())
        except BaseException:
            await self.close()
            raise
        if isinstance(item, Signal):
            await self.close()
            raise StopAsyncIteration
        return item

    async def _read(self) -> bytes | None:
        with reading(self._request.route):
            return await anext(self._pieces, None)

    async def resume(self) -> AsyncStream[T]:
        """Close the stream, wait as long as the server wants, and ask for what follows the last event.

        The same request is sent, with the header field `Last-Event-ID` where there was an id.

        Raises:
            ValueError: The body of the request was read while it was sent.
            CallError: As the call itself.
        """
        import anyio  # for speed: blocking clients do without

        await self.close()
        request = self._renewed()
        await anyio.sleep(self._pause)
        response = await self._session.send(request, stream=True)
        return AsyncStream(self._session, request, self._reader, response, self.last_event_id)

    async def close(self) -> None:
        """Leave the rest unread."""
        self._end()
        try:
            await self.response.aclose()
        finally:
            await self._pieces.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


def stream(session: Session, request: Request, reader: Reader[T]) -> Stream[T]:
    """Send a request and return its answer item by item."""
    return Stream(session, request, reader, session.send(request, stream=True))


async def stream_async(session: AsyncSession, request: Request, reader: Reader[T]) -> AsyncStream[T]:
    """Send a request and return its answer item by item."""
    return AsyncStream(session, request, reader, await session.send(request, stream=True))

"""Answers that come item by item: iterators of typed values, which hold one item at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from copy import copy
from enum import Enum
from time import sleep
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Self, TypeVar, cast, overload

from pydantic import ValidationError

from ..encoding import TooDeepError
from ..errors import TransportError
from ..exact import may_exceed_floats
from ..kinds import may_branch, reading_of
from ..request import header_field
from ..response import NoJsonError, Source, decode_json, decoding, validator
from ..retry import LONGEST_WAIT
from ..steps import BOUNDED
from ..transport import reading
from .frames import Frame, WholeFrame

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterator

    import httpx

    from ..configuration import Configuration
    from ..deadlines import Deadline
    from ..request import Request
    from ..session import AsyncSession, Session
    from .frames import Frames, Item

T = TypeVar("T")


class Signal(Enum):
    """What a reader gives in the place of a value."""

    NOTHING = 0
    """There is nothing for the caller in an item."""
    END = 1
    """Nothing follows."""


_EVENTS: Final = "text/event-stream"
NOTHING: Final = Signal.NOTHING
END: Final = Signal.END


class Reader(ABC, Generic[T]):
    """How the items of a stream are found and read: each as a JSON value, unless a class says otherwise.

    Args:
        kind: The type of what is JSON in them.
    """

    expected: ClassVar[str] = ""
    """What an answer of one JSON text is not; empty where it could be one."""
    is_bare: ClassVar[bool] = True
    """Whether an item is nothing but the JSON of a value of `kind`, if it is that at all."""

    @overload
    def __init__(self, kind: type[T]) -> None: ...
    @overload
    def __init__(self, kind: object) -> None: ...
    def __init__(self, kind: object) -> None:
        self.kind = kind

    def of(self, status: int) -> Reader[T]:  # noqa: ARG002 - of answers that are no stream
        """Return what reads an answer of a status."""
        return self

    @abstractmethod
    def frames(self, limit: int | None, last_id: str) -> Frames:
        """Return what finds the items in a body.

        It holds no more bytes of one than the limit; `last_id` is that of the last item before this stream.
        """

    def read(self, source: Source, frame: Frame) -> T | Signal:  # noqa: ARG002 - of event streams
        """Return the value of an item, which `source` has."""
        value: T = decode_item(source, self.kind)
        return value


def decode_item(source: Source, kind: object) -> Any:
    """Return an item of a stream as `decode` does a body; the text where that is no JSON.

    Raises:
        MismatchError: The item nests too deep, or it differs and `on_mismatch` says to raise.
    """
    with decoding(source):
        try:
            return decode_json(source, kind)
        except NoJsonError:
            source.report(("", f"an item of the stream is no JSON ({len(source.content)} bytes)"))
            return source.text
        except (TooDeepError, RecursionError):
            pass
    raise source.too_deep()


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
        self._request, self._configuration = request, configuration
        self._readers, self._reader = reader, reader.of(response.status_code)
        self._problem = ""
        """What is to be told of the answer as a whole."""
        self._frames = self._choose_frames()
        self._ready: Iterator[T] = iter(())
        """The values of what has come, each read when it is asked for."""
        self._is_over = False
        bounded = cast("Callable[[], Deadline]", response.extensions[BOUNDED])
        self._deadline = bounded()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._request.route}{' (over)' * self._is_over}>"

    def _choose_frames(self) -> Frames:
        limit, expected = self._configuration.max_response_bytes, self._reader.expected
        media_type = self.response.headers.get("content-type", "").partition(";")[0].strip().lower()
        problem = f"the answer is {media_type[:80]}, not {expected}"
        if expected and media_type.endswith(("/json", "+json")):
            return WholeFrame(limit, problem)
        if expected and media_type not in {"", _EVENTS}:
            self._problem = problem
        return self._reader.frames(limit, self.last_event_id)

    def _values(self, items: list[Item]) -> Iterator[T]:
        """Yield the values of items; note what they say about the stream."""
        validate = self._validator(items)
        for item in items:
            if validate is not None and item.__class__ is bytes:
                try:
                    value = validate(item, strict=True, by_alias=True, by_name=False)
                except (ValidationError, RecursionError):
                    pass
                else:
                    yield value
                    continue
            frame = item if isinstance(item, Frame) else Frame(item, id=self.last_event_id)
            self.last_event_id = self.last_event_id if frame.id is None else frame.id
            self.retry = self.retry if frame.retry is None else frame.retry
            source = Source(self.response, self._request.route, self._configuration.on_mismatch, frame.content)
            if frame.problem:
                source.report(("", frame.problem))
            found = NOTHING if frame.content is None else self._reader.read(source, frame)
            if found is END:
                self._is_over = True
                return
            if not isinstance(found, Signal):
                yield found

    def _validator(self, items: list[Item]) -> Callable[..., T] | None:
        """Return what reads items that are as described and nothing else; None where there is more to look at."""
        bare = [item for item in items if isinstance(item, bytes)] if self._reader.is_bare else []
        kind = self._reader.kind
        is_plain = bool(bare) and reading_of(kind) is None and may_branch(kind) == 1
        return validator(kind) if is_plain and not may_exceed_floats(b" ".join(bare)) else None

    def _take(self, piece: bytes | None) -> None:
        """Take a piece of the body, or its end. A line that ends is a sign of life: the time begins anew."""
        if self._problem:
            problem, self._problem = self._problem, ""
            Source(self.response, self._request.route, self._configuration.on_mismatch).report(("", problem))
        if piece is None:
            self._is_over = True
            self._ready = self._values(self._frames.finish())
            return
        if b"\n" in piece or b"\r" in piece:
            self._deadline.restart()
        self._ready = self._values(self._frames.feed(piece))

    def _end(self) -> None:
        self._is_over = True
        self._ready = iter(())

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
            for value in self._ready:
                return value
            self._deadline.restart()
            while not self._is_over:
                with reading(self._request.route):
                    self._take(next(self._pieces, None))
                for value in self._ready:
                    return value
        except BaseException:
            self.close()
            raise
        self.close()
        raise StopIteration

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
            self._session, request, self._readers, self._session.send(request, stream=True), self.last_event_id
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
            for value in self._ready:
                return value
            self._deadline.restart()
            while not self._is_over:
                with reading(self._request.route):
                    self._take(await anext(self._pieces, None))
                for value in self._ready:
                    return value
        except BaseException:
            await self.close()
            raise
        await self.close()
        raise StopAsyncIteration

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
        return AsyncStream(self._session, request, self._readers, response, self.last_event_id)

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

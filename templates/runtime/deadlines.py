"""How long an attempt may take: every wait on the network ends with its deadline, however slowly a server sends on."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

if TYPE_CHECKING:
    import anyio

T = TypeVar("T")

_GRACE = 0.05
"""Seconds that the HTTP library has to notice a timeout itself: cancelled while it connects, it leaves sockets open."""


class Deadline:
    """When an attempt has to be over. Sending a piece of the body starts the time anew: that takes what it takes.

    Args:
        seconds: How long an attempt may take; None: as long as it likes.
    """

    def __init__(self, seconds: float | None) -> None:
        self._seconds = float("inf") if seconds is None else seconds
        self._scope: anyio.CancelScope | None = None
        self.restart()

    def restart(self) -> None:
        """Count from now on."""
        self._end = time.monotonic() + self._seconds
        self._move()

    @property
    def left(self) -> float:
        """Seconds that are left; where none are, `httpx.ReadTimeout` is raised."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpx.ReadTimeout("the answer took longer than the timeout")
        return left

    def run(self, work: Callable[..., T], *arguments: object) -> T:
        """Do something in which each wait on the network ends in time."""
        _ = self.left
        token = _current.set(self)
        try:
            return work(*arguments)
        finally:
            _current.reset(token)

    @contextmanager
    def running_async(self) -> Generator[None]:
        """Cancel what is awaited inside of the `with` statement when the time is over."""
        import anyio  # for speed: blocking clients do without

        _ = self.left
        with anyio.CancelScope() as scope:
            self._scope = scope
            self._move()
            yield
        if scope.cancelled_caught:
            raise httpx.ReadTimeout("the answer took longer than the timeout")

    def _move(self) -> None:
        if self._scope is not None:
            import anyio  # for speed, as above

            self._scope.deadline = anyio.current_time() + self._end - time.monotonic() + _GRACE


_current: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


def timed(transport: httpx.BaseTransport) -> httpx.BaseTransport:
    """Let every wait of a blocking transport, if it is the HTTP library's own, end with the deadline of its attempt.

    There is no other way to end a wait for a server that sends a byte now and then: the library's timeouts count from
    the last byte, and it waits in a loop for the end of the header, and for the end of what comes before an answer.
    """
    pool: Any = getattr(transport, "_pool", None)
    if isinstance(transport, httpx.HTTPTransport) and hasattr(pool, "_network_backend"):
        pool._network_backend = _Timed(pool._network_backend)  # noqa: SLF001 - see above
    return transport


class _Timed:
    """A network backend of httpcore, or a connection of one."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)

        def connect(*arguments: object, timeout: float | None = None, **options: object) -> _Timed:
            return _Timed(found(*arguments, timeout=_left(timeout), **options))

        return connect if name in {"connect_tcp", "connect_unix_socket", "start_tls"} else found

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data: bytes = self._inner.read(max_bytes, _left(timeout))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(timeout))


def _left(timeout: float | None) -> float | None:
    deadline = _current.get()
    left = float("inf") if deadline is None else deadline.left
    shorter = left if timeout is None else min(timeout, left)
    return None if shorter == float("inf") else shorter


class Upload(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of a request, which starts the deadline anew as long as it is sent."""

    def __init__(self, stream: Any, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._stream:
            yield piece
            self._deadline.restart()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if not hasattr(self._stream, "__aiter__"):  # pieces that come from an iterable which blocks
            for piece in self:
                yield piece
            return
        async for piece in self._stream:
            yield piece
            self._deadline.restart()

"""What a call asks of the driver that runs it: to send, or to do something else before it sends again."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass, field
from time import sleep
from typing import TYPE_CHECKING, Final, TypeAlias

from .errors import TransportError

if TYPE_CHECKING:
    import httpx

    from .request import Content

BOUNDED: Final = "specloom.bounded"
"""Response extension: what bounds each wait for a body that is streamed, and returns the deadline, to be restarted."""
UNREAD: Final = "specloom.unread"
"""Response extension: there was a body, which nobody can read."""


@dataclass(frozen=True, slots=True, eq=False)
class Send:
    """Send this request, and come back with the response or a TransportError. Tracebacks show it without secrets."""

    method: str
    url: str = field(repr=False)
    headers: dict[str, tuple[str, str]] = field(repr=False)
    content: Content | None = field(repr=False)
    credentials: tuple[str, ...]
    """Names of what the transport adds."""
    timeout: dict[str, float | None]
    """By phase, in seconds: connect, read, write, pool."""
    deadline: float | None
    """Seconds until the answer has to be complete, where its body is not left unread."""
    max_bytes: int | None
    """The most bytes that its body may have then, decompressed."""
    stream: bool
    """Leave the body of a success unread."""
    secret: bool = False
    """Keep the URL out of logs and exceptions."""


class Step(ABC):
    """Something else that is done between two requests. `run` is what runs an exchange of its own."""

    @abstractmethod
    def do(self, run: Callable[[Exchange], httpx.Response]) -> None:
        """Do what the step is for, blocking."""

    @abstractmethod
    async def do_async(self, run: Callable[[Exchange], Awaitable[httpx.Response]]) -> None:
        """Do what the step is for in asyncio or trio."""


@dataclass(frozen=True, slots=True)
class Wait(Step):
    """Wait so many seconds."""

    seconds: float

    def do(self, run: Callable[[Exchange], httpx.Response]) -> None:  # noqa: ARG002 - of other steps
        """Wait, blocking."""
        sleep(self.seconds)

    async def do_async(self, run: Callable[[Exchange], Awaitable[httpx.Response]]) -> None:  # noqa: ARG002 - as above
        """Wait in asyncio or trio."""
        import anyio  # for speed: blocking clients do without

        await anyio.sleep(self.seconds)


Exchange: TypeAlias = "Generator[Send | Step, httpx.Response | TransportError | None, httpx.Response]"
Steps: TypeAlias = "Generator[Send | Step, httpx.Response | TransportError | None, httpx.Response | TransportError]"
"""A part of an exchange, which returns what came of it."""

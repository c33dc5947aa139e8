"""Runs an API's routes on a loopback port, and lets requests meet the faults that a test asks for."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.utils import formatdate
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Fault", "LoopbackServer", "Received", "serving"]


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came in."""

    method: str
    target: str
    """Path and query, still encoded."""
    headers: Mapping[str, str] = field(repr=False)
    body: bytes
    time: float
    """Seconds of the monotonic clock."""

    @property
    def json(self) -> Any:  # noqa: ANN401 - any JSON
        """The body's value."""
        return json.loads(self.body)

    @property
    def parts(self) -> dict[str, str]:
        """The parts of a multipart/form-data body (RFC 7578), by name."""
        head = f"Content-Type: {self.headers['content-type']}\r\n\r\n".encode()
        parts = list(message_from_bytes(head + self.body).walk())[1:]
        names = [str(part.get_param("name", header="content-disposition")) for part in parts]
        contents = [cast("bytes", part.get_payload(decode=True)).decode() for part in parts]
        return dict(zip(names, contents, strict=True))


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a request instead of, or before, being answered."""

    status: int | None = None
    """None: the request is carried out, after `delay`."""
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0
    """Seconds."""
    drop: bool = False
    """Close the connection when the request is read, without an answer."""
    cut: bool = False
    """Close the connection in the middle of the answer."""


@dataclass(repr=False)
class LoopbackServer:
    """The state that the servers of all APIs have: tests read and change it directly. Tracebacks show nothing of it."""

    path: str = ""
    """Where the API's routes are, below the origin."""
    port: int = 0
    requests: list[Received] = field(default_factory=list)
    connections: int = 0
    """How many were made."""
    refuse: int = 0
    """How many connections to close as soon as they are made."""
    _faults: deque[Fault] = field(default_factory=deque)

    @property
    def base_url(self) -> str:
        """Where the API's routes are."""
        return f"http://127.0.0.1:{self.port}{self.path}"

    @property
    def targets(self) -> list[str]:
        """Method, path and query of all requests, below the base URL."""
        return [f"{request.method} {request.target.removeprefix(self.path)}" for request in self.requests]

    def reset(self) -> None:
        """Forget everything."""
        self.requests.clear()
        self._faults.clear()
        self.connections = self.refuse = 0

    def fail_next(self, *, times: int = 1, **fault: Any) -> None:  # noqa: ANN401 - the members of Fault
        """Let the next requests meet a fault."""
        self._faults.extend([Fault(**fault)] * times)

    def take_fault(self) -> Fault:
        """Return what happens to the request that just came in."""
        return self._faults.popleft() if self._faults else Fault()


@contextmanager
def serving(state: LoopbackServer, routes: ASGIApp) -> Iterator[None]:
    """Serve `routes` on a free port of the loopback interface until the `with` statement ends."""
    loop, servers = _loop(), ServerState()
    config = uvicorn.Config(
        _Application(state, routes),
        http=_protocol(state),
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",
    )
    config.load()
    servers.default_headers = [(b"date", formatdate(usegmt=True).encode()), *config.encoded_headers]

    async def begin() -> asyncio.Server:
        return await loop.create_server(lambda: config.http_protocol_class(config, servers, {}, loop), sock=listener)

    async def end() -> None:
        server.close()
        for connection in [*servers.connections]:
            connection.transport.abort()
        for task in [*servers.tasks]:  # such as an answer that never ends
            task.cancel()

    # By this protocol's number asyncio knows that it may send at once what is short (TCP_NODELAY): 40 ms an answer.
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        state.port = listener.getsockname()[1]
        server = asyncio.run_coroutine_threadsafe(begin(), loop).result()
        try:
            yield
        finally:
            asyncio.run_coroutine_threadsafe(end(), loop).result()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """Return the event loop of all servers, in a thread of its own: uvicorn's own server takes 0.2 seconds to end."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    return loop


def _protocol(state: LoopbackServer) -> type[H11Protocol]:
    """Return uvicorn's protocol, made to count connections, to refuse them, and to let the application drop them."""

    class Protocol(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as its parent
            super().connection_made(transport)
            self.app_state = {"transport": transport}
            state.connections += 1
            if state.refuse:
                state.refuse -= 1
                transport.abort()

    return Protocol


class _Application:
    """Records each request, lets it meet its fault, and hands it to the routes."""

    def __init__(self, state: LoopbackServer, routes: ASGIApp) -> None:
        self._state = state
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body = await request.body()
        target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
        received = Received(request.method, target.decode("ascii"), dict(request.headers), body, time.monotonic())
        self._state.requests.append(received)
        fault = self._state.take_fault()
        await asyncio.sleep(fault.delay)
        is_forgotten = fault.delay > 0 and not any(each is received for each in self._state.requests)
        if fault.drop or is_forgotten:  # by a test that began while this one of another was waiting
            scope["state"]["transport"].abort()
            await receive()
        elif fault.cut:
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
            await send({"type": "http.response.body", "body": b'{"id": ', "more_body": True})
        elif fault.status is not None:
            await Response(fault.body, fault.status, fault.headers)(scope, receive, send)
        else:
            scope["state"]["received"] = received
            await self._routes(scope, _replay(body, receive), send)


def _replay(body: bytes, receive: Receive) -> Receive:
    messages = deque([{"type": "http.request", "body": body, "more_body": False}])

    async def replay() -> Message:
        return messages.popleft() if messages else await receive()

    return replay

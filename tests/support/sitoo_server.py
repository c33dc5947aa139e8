"""Runs Sitoo's service orders on a loopback port, and lets requests meet the faults that a test asks for.

Tests read and change the state directly: `orders` by id, `requests` as they came in, `fail_next` for what goes wrong.
"""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from sitoo_routes import build_routes
from sitoo_state import ACCOUNT, API_ID, API_PASSWORD, Received, SitooServer
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

__all__ = ["ACCOUNT", "API_ID", "API_PASSWORD", "SitooServer", "running"]


@contextmanager
def running() -> Iterator[SitooServer]:
    """Run the server on a free port of the loopback interface until the `with` statement ends."""
    state = SitooServer()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        state.port = listener.getsockname()[1]
        config = uvicorn.Config(
            _Application(state),
            http=_protocol(state),
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="error",
            timeout_graceful_shutdown=1,
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.005)
        yield state
        server.should_exit = True
        thread.join(5)


def _protocol(state: SitooServer) -> type[H11Protocol]:
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

    def __init__(self, state: SitooServer) -> None:
        self._state = state
        self._routes = build_routes(state)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body = await request.body()
        target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
        self._state.requests.append(
            Received(request.method, target.decode("ascii"), dict(request.headers), body, time.monotonic())
        )
        fault = self._state.take_fault()
        await asyncio.sleep(fault.delay)
        if fault.drop:
            scope["state"]["transport"].abort()
            await receive()
        elif fault.cut:
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
            await send({"type": "http.response.body", "body": b'{"id": ', "more_body": True})
        elif fault.status is not None:
            await Response(fault.body, fault.status, fault.headers)(scope, receive, send)
        else:
            await self._routes(scope, _replay(body, receive), send)


def _replay(body: bytes, receive: Receive) -> Receive:
    messages = deque([{"type": "http.request", "body": body, "more_body": False}])

    async def replay() -> Message:
        return messages.popleft() if messages else await receive()

    return replay

"""An API that gives presigned addresses, and the storage behind them, each on a loopback port of its own."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = "X-Amz-Signature=5f2c0c9e"
DENIED = f"<Error><Code>SignatureDoesNotMatch</Code><Canonical>{SIGNATURE}</Canonical></Error>"


@dataclass(frozen=True)
class Call:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class DepotServer:
    base_url: str = ""
    storage_url: str = ""
    calls: list[Call] = field(default_factory=list)
    puts: list[Call] = field(default_factory=list)
    failures: list[int] = field(default_factory=list)
    """Statuses with which the storage answers next; 0 breaks the connection."""
    url: str | None = None
    """The address to give instead of the storage's."""
    headers: dict[str, str] = field(default_factory=dict)

    def address(self, filename: str) -> dict[str, object]:
        key = f"depot/ada/{filename}"
        url = self.url if self.url is not None else f"{self.storage_url}/{key}?X-Amz-Expires=3600&{SIGNATURE}"
        return {"url": url, "key": key, "headers": self.headers}


class _Handler(BaseHTTPRequestHandler):
    def call(self) -> Call:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Call(self.command, self.path, headers, body)

    def answer(self, status: int, body: bytes, content_type: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Retry-After-Ms", "1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[DepotServer]:
    state = DepotServer()

    class Api(_Handler):
        def do_POST(self) -> None:
            call = self.call()
            state.calls.append(call)
            value = json.loads(call.body)
            answer = state.address(value["filename"]) if call.path == "/v1/files/upload" else [value["key"]]
            self.answer(200, json.dumps(answer).encode())

    class Storage(_Handler):
        def do_PUT(self) -> None:
            state.puts.append(self.call())
            status = state.failures.pop(0) if state.failures else 200
            if status:
                self.answer(status, b"" if status == 200 else DENIED.encode(), "application/xml")

    with _serving(Api) as api, _serving(Storage) as storage:
        state.base_url, state.storage_url = f"{api}/v1", storage
        yield state


@contextmanager
def _serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(5)

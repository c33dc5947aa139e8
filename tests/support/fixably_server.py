"""The part of Fixably that gives presigned addresses and attaches files, and a storage on another port."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

TOKEN = "pk_made_up"  # noqa: S105 - made up


@dataclass
class FixablyServer:
    base_url: str = ""
    storage_url: str = ""
    requests: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)
    """Method, path with query, header fields in lower case, and body of each request to either server."""

    def answer(self, path: str, body: bytes) -> object:
        if path == "/api/v3/files/upload":
            key = f"demo/ada/{json.loads(body)['filename']}"
            return {"url": f"{self.storage_url}/{key}?X-Amz-Signature=5f2c", "key": key}
        items = [{"href": f"{self.base_url}/files/905"}]
        return {"limit": 25, "offset": 0, "totalItems": 1, "items": items}


@contextmanager
def running() -> Iterator[FixablyServer]:
    state = FixablyServer()

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            self._note()
            self._respond(b"", "text/plain")

        def do_POST(self) -> None:
            body = self._note()
            self._respond(json.dumps(state.answer(self.path, body)).encode(), "application/json")

        def _note(self) -> bytes:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            state.requests.append((self.command, self.path, headers, body))
            return body

        def _respond(self, body: bytes, content_type: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ExitStack() as stack:
        api, storage = (stack.enter_context(_serving(Handler)) for _ in range(2))
        state.base_url, state.storage_url = f"{api}/api/v3", storage
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

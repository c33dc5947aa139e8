"""A server on loopback that keeps comments as the APIs of GitHub and GitLab do."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Forge", "serving"]


class Forge(ThreadingHTTPServer):
    """Comments by number, under the addresses of both APIs."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.comments: dict[int, str] = {}
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        """Method, target and headers."""
        self.status = 0
        """What every request is answered with, if it is set."""
        self.location = ""

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Forge

    def answer(self) -> None:
        """Do what the request asks for, with the comments of the server."""
        forge = self.server
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        forge.requests.append((self.command, self.path, dict(self.headers)))
        if forge.status:
            return self.reply(forge.status, {"message": "no"})
        number = int(found[1]) if (found := re.search(r"/(?:comments|notes)/(\d+)$", self.path)) else None
        if self.command == "GET":
            page = int(self.path.rpartition("page=")[2])
            every = [{"id": number, "body": text} for number, text in forge.comments.items()]
            return self.reply(200, every[(page - 1) * 100 : page * 100])
        if self.command == "DELETE":
            del forge.comments[number]
            return self.reply(204, None)
        number = number or len(forge.comments) + 1
        forge.comments[number] = json.loads(body)["body"].replace("\n", "\r\n")
        return self.reply(201, {"id": number})

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer  # noqa: N815 - as the library calls them

    def reply(self, status: int, value: object) -> None:
        """Answer with a status and a JSON value; with None, without a body."""
        self.send_response(status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.end_headers()
        if value is not None:
            self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving(forge: Forge) -> Iterator[Forge]:
    """Run a server as long as the `with` statement."""
    thread = threading.Thread(target=forge.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield forge
    finally:
        forge.shutdown()
        thread.join()
        forge.server_close()

"""A server on loopback that keeps comments as the APIs of GitHub and GitLab do."""

from __future__ import annotations

import json
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Forge", "Refusal", "serving"]


@dataclass
class Refusal:
    """What a request is answered with instead."""

    status: int
    body: object = None
    """JSON, or text that is none; by default GitHub's `{"message": "no"}`."""
    headers: dict[str, str] = field(default_factory=dict)


class Forge(ThreadingHTTPServer):
    """Comments by number, under the addresses of both APIs."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.user: str | None = "github-actions[bot]"
        """Who the token belongs to; None: nothing says so."""
        self.is_app = False
        """Whether the token is that of an app, which only GraphQL tells its user."""
        self.comments: dict[int, str] = {}
        self.authors: dict[int, str | None] = {}
        """Who wrote the comments that are not of the token's user; None is somebody who was deleted."""
        self.refusals: list[Refusal] = []
        """What the next requests are answered with, one each."""
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        """Method, target and headers."""
        self.status = 0
        """What every request is answered with, if it is set."""
        self.location = ""
        self.page: object = None
        """What every page of comments is, if it is set: a JSON value, or a text as it is."""

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
        if forge.refusals:
            refusal = forge.refusals.pop(0)
            return self.reply(refusal.status, refusal.body or {"message": "no"}, refusal.headers)
        if self.path == "/user":
            if forge.is_app or forge.user is None:
                return self.reply(403, {"message": "Resource not accessible by integration"})
            return self.reply(200, self.person(forge.user))
        if self.path == "/graphql":
            known = forge.user is not None and {"viewer": self.person(forge.user)}
            return self.reply(200, {"data": known} if known else {"errors": [{"message": "no"}]})
        number = int(found[1]) if (found := re.search(r"/(?:comments|notes)/(\d+)$", self.path)) else None
        if self.command == "GET" and forge.page is not None:
            return self.reply(200, forge.page)
        if self.command == "GET":
            page = int(self.path.rpartition("page=")[2])
            every = [
                {"id": number, "body": text, **dict.fromkeys(("user", "author"), self.author(number))}
                for number, text in forge.comments.items()
            ]
            return self.reply(200, every[(page - 1) * 100 : page * 100])
        if self.command == "DELETE":
            del forge.comments[number]
            return self.reply(204, None)
        number = number or max(forge.comments, default=0) + 1
        forge.comments[number] = json.loads(body)["body"].replace("\n", "\r\n")
        return self.reply(201, {"id": number})

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer  # noqa: N815 - as the library calls them

    def person(self, name: str) -> dict[str, str]:
        """Return a user as both APIs have one."""
        return {"login": name, "username": name}

    def author(self, number: int) -> dict[str, str] | None:
        """Return who wrote a comment."""
        name = self.server.authors.get(number, self.server.user or "github-actions[bot]")
        return None if name is None else self.person(name)

    def reply(self, status: int, value: object, headers: dict[str, str] | None = None) -> None:
        """Answer with a status and a JSON value, or a text as it is; with None, without a body."""
        self.send_response(status)
        for name, text in (headers or {}).items():
            self.send_header(name, text)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.end_headers()
        if value is not None:
            self.wfile.write(value.encode() if isinstance(value, str) else json.dumps(value).encode())

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

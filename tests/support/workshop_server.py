"""A workshop's API on a loopback port: orders, customers and lines that link to each other, expansion and searches."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class WorkshopServer:
    base_url: str = ""
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Path and query, decoded, of each request."""
    tokens: list[str | None] = field(default_factory=list)

    def resource(self, path: str, tree: dict[str, dict], offset: int = 0) -> dict[str, object] | None:
        """Return what is at a path, with the relations of `tree` in full; of a list two members from `offset` on."""
        match path.strip("/").split("/"):
            case ["orders"]:
                return self._page("/orders", ["/orders/1", "/orders/2"], tree, offset)
            case ["orders", number, "lines"]:
                count = 5 if number == "3" else 1
                return self._page(path, [f"/lines/{number}{line}" for line in range(1, count + 1)], tree, offset)
            case ["orders", number]:
                links = {"customer": "/customers/817", "lines": f"{path}/lines", "previous": None}
                return self._entity(path, int(number), {}, links, tree)
            case ["lines", number]:
                links = {"order": f"/orders/{number[0]}", "file": "/files/f-7"}
                return self._entity(path, int(number), {}, links, tree)
            case ["files", name]:
                return {"href": self.base_url + path, "name": name}
            case ["customers", number]:
                return self._entity(path, int(number), {"name": "Ada", "born": "1815-12-10"}, {}, tree)
            case _:
                return None

    def _entity(self, path: str, id_: int, fields: dict, links: dict[str, str | None], tree: dict) -> dict[str, object]:
        related = {name: target and self._related(target, name, tree) for name, target in links.items()}
        return {"href": self.base_url + path, "id": id_, **fields, **related}

    def _page(self, path: str, members: list[str], tree: dict, offset: int) -> dict[str, object]:
        items = [self._related(member, "items", tree) for member in members[offset : offset + 2]]
        return {"href": self.base_url + path, "total": len(members), "items": items}

    def _related(self, path: str, name: str, tree: dict) -> dict[str, object] | None:
        return self.resource(path, tree[name]) if name in tree else {"href": self.base_url + path}


def parse_expand(text: str) -> dict[str, dict]:
    """Return `a,b(c)` as `{"a": {}, "b": {"c": {}}}`."""
    stack: list[dict[str, dict]] = [{}]
    last: dict[str, dict] = stack[0]
    for part in re.findall(r"[()]|[^(),]+", text):
        if part == "(":
            stack.append(last)
        elif part == ")":
            stack.pop()
        else:
            last = stack[-1].setdefault(part, {})
    return stack[0]


@contextmanager
def running() -> Iterator[WorkshopServer]:
    state = WorkshopServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(url.query, keep_blank_values=True).items()}
            state.requests.append((url.path, query))
            state.tokens.append(self.headers["Authorization"])
            found = state.resource(
                url.path.removeprefix("/v1"), parse_expand(query.get("expand", "")), int(query.get("offset", "0"))
            )
            body = json.dumps(found or {"message": "not found"}).encode()
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.base_url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield state
    server.shutdown()
    server.server_close()
    thread.join(5)

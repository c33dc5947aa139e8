"""Runs a part of Fixably on a loopback port, and the storage that takes its files on another.

Resources link to each other, and `expand` puts them in full where the links are. Tests change the state directly.
Queries and bodies that differ from the description are refused. Searches are not carried out.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from described import Described
from loopback import LoopbackServer, Received, serving
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from workshop_server import parse_expand

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from starlette.requests import Request

__all__ = ["ORDER", "TOKEN", "FixablyServer", "To", "running"]

TOKEN = "pk_made/up+="  # noqa: S105 - made up
ORDER = 20004711
"""The number of an order, for tests to use."""

_PATH = "/api/v3"
_LARGEST_PAGE = 2
_QUERY = {"expand", "q", "limit", "offset", "page"}


@dataclass(frozen=True, slots=True)
class To:
    """A relation of a stored resource, by the path of the other one."""

    path: str


@dataclass(repr=False)
class FixablyServer(LoopbackServer):
    """The state of the server."""

    storage: LoopbackServer = field(default_factory=LoopbackServer)
    resources: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What there is, by path. The members of `/orders` are those right below."""

    @property
    def everything(self) -> list[Received]:
        """The requests to both servers, in their order."""
        return sorted([*self.requests, *self.storage.requests], key=lambda request: request.time)

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        self.storage.reset()
        self.resources.clear()

    def add(self, path: str, **members: Any) -> None:  # noqa: ANN401 - of any resource
        """Store a resource whose id is the end of its path."""
        self.resources[path] = {"id": int(path.rpartition("/")[2]), **members}


class _Refusal(Exception):  # noqa: N818 - not an error of this server: what it answers
    def __init__(self, status: int, code: str, message: str) -> None:
        body = {"status": status, "code": code, "developerMessage": message}
        self.answer = JSONResponse(body, status)


@contextmanager
def running() -> Iterator[FixablyServer]:
    """Run both servers on free ports of the loopback interface until the `with` statement ends."""
    state = FixablyServer(path=_PATH)
    desk = _Desk(state)
    routes = [
        ("POST", "/files/upload", desk.give_address),
        ("POST", "/orders/{id:int}/files/attach", desk.attach),
        ("POST", "/orders/{id:int}/lines", desk.add_line),
        ("PATCH", "/orders/{id:int}", desk.change("orders.yaml#/OrderUpdate")),
        ("PATCH", "/customers/{id:int}", desk.change("customers.yaml#/CustomerUpdate")),
        ("PATCH", "/products/{id:int}", desk.change("products.yaml#/ProductUpdate")),
        ("GET", "/{path:path}", desk.read),
    ]
    found = [Route(_PATH + path, desk.guarded(answer), methods=[method]) for method, path, answer in routes]
    stored = Route("/{key:path}", _store, methods=["PUT"])
    with serving(state.storage, Starlette(routes=[stored])), serving(state, Starlette(routes=found)):
        yield state


async def _store(_: Request) -> Response:
    return Response()


class _Desk:
    """Some operations of the description."""

    def __init__(self, state: FixablyServer) -> None:
        self._state = state
        self._described = Described("fixably")

    def guarded(self, operation: Callable[[Request], Awaitable[object]]) -> Callable[[Request], Awaitable[Response]]:
        """Return the operation for those who have the token."""

        async def answer(request: Request) -> Response:
            if request.headers.get("authorization") != TOKEN:
                return _Refusal(401, "E40100", "Unknown token").answer
            try:
                return JSONResponse(await operation(request))
            except _Refusal as refusal:
                return refusal.answer

        return answer

    async def read(self, request: Request) -> object:
        query = request.query_params
        if unknown := query.keys() - _QUERY:
            raise _Refusal(400, "E5002", f"Unknown parameters: {sorted(unknown)}")
        if {"offset", "page"} <= query.keys():
            raise _Refusal(400, "E5002", "Either offset or page")
        limit = min(int(query.get("limit", "25")), _LARGEST_PAGE)
        tree = parse_expand(query.get("expand", ""))
        offset = (int(query["page"]) - 1) * limit if "page" in query else int(query.get("offset", "0"))
        return self._existing(f"/{request.path_params['path']}", tree, offset, limit)

    def change(self, schema: str) -> Callable[[Request], Awaitable[object]]:
        """Return the operation that changes a resource; nothing says that an answer has what was changed."""

        async def answer(request: Request) -> object:
            await self._body(request, schema)
            return self._existing(request.url.path.removeprefix(_PATH), {})

        return answer

    async def add_line(self, request: Request) -> object:
        body = await self._body(request, "orders.yaml#/OrderLineCreate")
        kept = {name: body.get(name) for name in ("quantity", "price", "vat", "priceRange", "customFields")}
        path = f"/orders/{request.path_params['id']}/lines/11"
        self._state.add(path, **kept)
        return self._full(path, {})

    async def give_address(self, request: Request) -> object:
        body = await self._body(request, "files.yaml#/FileUploadCreate")
        key = f"demo/ada/{body['filename']}"
        return {"url": f"{self._state.storage.base_url}/{key}?X-Amz-Signature=5f2c", "key": key}

    async def attach(self, request: Request) -> object:
        await self._body(request, "orders.yaml#/FileAttachment")
        self._state.add("/files/905")
        return self._full("/files", {})

    async def _body(self, request: Request, schema: str) -> dict[str, Any]:
        try:
            return self._described.check(await request.body(), f"schemas/{schema}")
        except ValueError as error:
            raise _Refusal(400, "E40000", str(error)) from None

    def _existing(self, path: str, tree: dict[str, Any], offset: int = 0, limit: int = _LARGEST_PAGE) -> dict[str, Any]:
        if path in self._state.resources or self._below(path):
            return self._full(path, tree, offset, limit)
        raise _Refusal(404, "E40401", f"There is no {path}")

    def _full(self, path: str, tree: dict[str, Any], offset: int = 0, limit: int = _LARGEST_PAGE) -> dict[str, Any]:
        found = self._state.resources.get(path)
        if found is not None:
            members = {name: self._value(value, tree.get(name)) for name, value in found.items()}
            return {"href": self._state.base_url + path, **members}
        below = self._below(path)
        items = [self._value(To(each), tree.get("items")) for each in below[offset : offset + limit]]
        return {"limit": limit, "offset": offset, "totalItems": len(below), "items": items}

    def _value(self, value: object, tree: dict[str, Any] | None) -> object:
        if not isinstance(value, To):
            return value
        link = {"href": self._state.base_url + value.path}
        return link if tree is None else {**link, **self._full(value.path, tree)}

    def _below(self, path: str) -> list[str]:
        return [each for each in self._state.resources if each.rpartition("/")[0] == path]

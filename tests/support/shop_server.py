"""Runs the shop of docs/client/shop.yaml on a loopback port."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from loopback import LoopbackServer, serving
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

__all__ = ["ShopServer", "running"]

_PAGE_SIZE = 2


@dataclass(repr=False)
class ShopServer(LoopbackServer):
    """The shop's state."""

    orders: list[dict[str, Any]] = field(
        default_factory=lambda: (
            [{"id": number, "name": f"Bicycle {number}", "state": "new"} for number in (1, 2, 3)]
            + [{"id": "7", "name": "Radio", "state": "new", "color": "red"}]
        )
    )
    """The last of them contradicts the description."""


@contextmanager
def running() -> Iterator[ShopServer]:
    """Run the server until the `with` statement ends."""
    state = ShopServer()

    async def list_orders(request: Request) -> Response:
        if request.headers.get("accept", "").startswith("text/csv"):
            return Response("id,name\r\n1,Bicycle 1\r\n", media_type="text/csv")
        fitting = [order for order in state.orders if isinstance(order["id"], int)]
        start = (int(request.query_params.get("page", 1)) - 1) * _PAGE_SIZE
        page = {"items": fitting[start : start + _PAGE_SIZE], "pages": -(-len(fitting) // _PAGE_SIZE)}
        return JSONResponse(page, headers={"X-Total": str(len(fitting))})

    async def take_order(request: Request) -> Response:
        return JSONResponse({"id": 9, "state": "new", **await request.json()}, 201)

    async def one_order(request: Request) -> Response:
        number = request.path_params["number"]
        order = next(order for order in state.orders if str(order["id"]) == number)
        if request.method == "PATCH" and order["state"] == "done":
            problem = {"code": "done", "detail": "nothing is left to do"}
            return JSONResponse(problem, 409, media_type="application/problem+json")
        if request.method == "PATCH":
            order.update(await request.json())
        return JSONResponse(order)

    async def picture(request: Request) -> Response:
        return Response(b"picture", media_type="image/png") if request.method == "GET" else Response(status_code=204)

    async def keep(_: Request) -> Response:
        return Response(status_code=204)

    async def watch(_: Request) -> Response:
        events = (f'id: {number}\ndata: {{"order": {number}, "what": "done"}}\n\n' for number in (1, 2))
        return StreamingResponse(iter([*events]), media_type="text/event-stream")

    routes = [
        Route("/orders", list_orders),
        Route("/orders", take_order, methods=["POST"]),
        Route("/orders/{number}", one_order, methods=["GET", "PATCH"]),
        Route("/orders/{number}/picture", picture, methods=["GET", "PUT"]),
        Route("/notes", keep, methods=["POST"]),
        Route("/log", keep, methods=["POST"]),
        Route("/events", watch),
    ]
    with serving(state, Starlette(routes=routes)):
        yield state

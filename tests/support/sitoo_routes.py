"""Sitoo's service orders as its description has them: bodies are checked against the very schemas that ship."""

from __future__ import annotations

from base64 import b64encode
from copy import deepcopy
from typing import TYPE_CHECKING, Any, cast

from described import Described
from sitoo_state import ACCOUNT, API_ID, API_PASSWORD, SitooServer
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

__all__ = ["build_routes"]

_LARGEST_PAGE = 4
_STATES = {"new", "in_progress", "service_done", "closed", "cancelled"}
_READ_ONLY = {"version", "id", "revision", "created", "modified"}


def build_routes(state: SitooServer) -> Starlette:
    """Return the application that answers with, and changes, the orders of `state`."""
    account = "/v2/accounts/{account}"
    service = _ServiceOrders(state)
    return Starlette(
        routes=[
            Route(f"{account}/serviceorders.json", service.list, methods=["GET"]),
            Route(f"{account}/serviceorders.json", service.create, methods=["POST"]),
            Route(f"{account}/serviceorders/{{id}}.json", service.get, methods=["GET"]),
            Route(f"{account}/serviceorders/{{id}}.json", service.update, methods=["PUT"]),
            Route(f"{account}/stock.csv", service.stock, methods=["GET"]),
        ],
        exception_handlers={HTTPException: _error},
    )


async def _error(_: Request, error: Exception) -> Response:
    failed = cast("HTTPException", error)
    body = {"statuscode": failed.status_code, "errortext": failed.detail}
    return JSONResponse(body, failed.status_code, headers=failed.headers)


class _ServiceOrders:
    """The operations of the description, and a route that it does not have."""

    def __init__(self, state: SitooServer) -> None:
        self._state = state
        self._described = Described("sitoo")

    async def list(self, request: Request) -> Response:
        _authorize(request)
        query = request.query_params
        states = query["state"].split(",") if "state" in query else list(_STATES)
        if not _STATES.issuperset(states) or query.get("sort", "created") not in {"created", "-created"}:
            raise HTTPException(400, "Unknown state or sort")
        orders = sorted(
            (order for order in self._state.orders.values() if order["state"] in states),
            key=lambda order: order["created"],
            reverse=query.get("sort", "-created") == "-created",
        )
        if "store" in query:
            orders = [order for order in orders if order["store"]["id"] == query["store"]]
        if "start_after_id" in query:
            ids = [order["id"] for order in orders]
            if query["start_after_id"] not in ids:
                raise HTTPException(400, "Unknown start_after_id")
            orders = orders[ids.index(query["start_after_id"]) + 1 :]
        if not (num := query.get("num", "10")).isdecimal():
            raise HTTPException(400, "num is no number")
        return JSONResponse(orders[: min(int(num), _LARGEST_PAGE)])

    async def create(self, request: Request) -> Response:
        _authorize(request)
        body = await self._body(request, "ServiceOrderCreate")
        absent = {"note": None, "state": "new", "modified": None}
        return JSONResponse(self._state.add(**{**absent, **_stored(body)}), 201)

    async def get(self, request: Request) -> Response:
        _authorize(request)
        return JSONResponse(self._find(request))

    async def update(self, request: Request) -> Response:
        _authorize(request)
        body = await self._body(request, "ServiceOrderUpdate")
        order = self._find(request)
        if body["revision"] != order["revision"]:
            raise HTTPException(412, f"Revision {body['revision']} is not the latest")
        changed = {"revision": order["revision"] + 1, "modified": order["created"] + 3600}
        order.update(deepcopy(_stored(body)) | changed)
        return JSONResponse(order)

    async def stock(self, request: Request) -> Response:
        _authorize(request)

        async def rows() -> AsyncIterator[bytes]:
            for number in range(int(request.query_params.get("rows", "3"))):
                yield f"BAG-{number},{number}\n".encode()

        return StreamingResponse(rows(), media_type="text/csv")

    async def _body(self, request: Request, schema: str) -> dict[str, Any]:
        try:
            return self._described.check(await request.body(), schema)
        except ValueError as error:
            raise HTTPException(400, str(error)) from None

    def _find(self, request: Request) -> dict[str, Any]:
        if (order := self._state.orders.get(request.path_params["id"])) is None:
            raise HTTPException(404, "There is no such order")
        return order


def _stored(body: dict[str, Any]) -> dict[str, Any]:
    members = {name: value for name, value in body.items() if name not in _READ_ONLY}
    product = members.get("product")
    return {**members, "product": product[0]} if isinstance(product, list) else members


def _authorize(request: Request) -> None:
    expected = "Basic " + b64encode(f"{API_ID}:{API_PASSWORD}".encode()).decode()
    if request.headers.get("authorization") != expected or request.path_params["account"] != ACCOUNT:
        raise HTTPException(401, "Unknown API ID")

"""Runs Fixje's Partner API on a loopback port: tokens that it issues and may revoke, orders and products.

Tests change the state directly. Queries, forms and bodies that differ from the description are refused.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from described import Described
from loopback import LoopbackServer, Received, serving
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

__all__ = ["CLIENT_ID", "CLIENT_SECRET", "FixjeServer", "running"]

CLIENT_ID = "northside-repairs"
CLIENT_SECRET = 's3cret+/=&"ü'  # noqa: S105 - of a server that lives as long as the tests

_LARGEST_PAGE = 3


@dataclass(repr=False)
class FixjeServer(LoopbackServer):
    """The state of the server."""

    orders: list[dict[str, Any]] = field(default_factory=list)
    products: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    """All that were issued."""
    valid: set[str] = field(default_factory=set)
    answer: dict[str, Any] = field(default_factory=dict)
    """Members of the answer to a request for a token, in place of the usual ones; None leaves one out."""
    lone: bool = False
    """Write a page with a single entry without an array around it."""
    counted: bool = True
    """Say how many orders there are."""
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def logins(self) -> list[Received]:
        """The requests for a token."""
        return [request for request in self.requests if request.target == "/api/v1/login"]

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        for known in (self.orders, self.products, self.tokens, self.valid, self.answer):
            known.clear()
        self.lone, self.counted = False, True
        self._numbers = count()

    def add(self, **members: Any) -> dict[str, Any]:  # noqa: ANN401 - of an order
        """Store an order and return it."""
        order = {
            "orderId": str(UUID(int=next(self._numbers), version=4)),
            "reference": None,
            "orderStatus": "New",
            "shippingAddress": {"street": "Havenstraat", "houseNumber": "18", "countryCode": "NL"},
            "orderItems": [{"unitPrice": 12.5, "tax": 2.63, "quantity": 4, "total": 60.52, "sku": "BAT-A52"}],
            "shipments": [],
            "requestedDeliveryDate": None,
            "createdAt": "2026-03-04T09:12:45Z",
            **members,
        }
        self.orders.append(order)
        return order

    def revoke(self) -> None:
        """Take back all tokens."""
        self.valid.clear()


@contextmanager
def running() -> Iterator[FixjeServer]:
    """Run the server on a free port of the loopback interface until the `with` statement ends."""
    state = FixjeServer()
    partner = _Partner(state)
    routes = [
        Route("/api/v1/login", partner.login, methods=["POST"]),
        Route("/api/v1/orders", partner.list_orders, methods=["GET"]),
        Route("/api/v1/orders", partner.create_order, methods=["POST"]),
        Route("/api/v1/orders/{id}", partner.get_order, methods=["GET"]),
        Route("/api/v1/products", partner.list_products, methods=["GET"]),
        Route("/api/v1/labels", partner.labels, methods=["POST"]),
    ]
    with serving(state, Starlette(routes=routes, exception_handlers={HTTPException: _problem})):
        yield state


async def _problem(_: Request, error: Exception) -> Response:
    failed = cast("HTTPException", error)
    body = {
        "type": f"https://problems.fixje.example/{failed.status_code}",
        "title": "No.",
        "status": failed.status_code,
    }
    return JSONResponse(
        {**body, "detail": failed.detail}, failed.status_code, media_type="application/problem+json; charset=utf-8"
    )


class _Partner:
    """The operations of the description, and a route that it does not have."""

    def __init__(self, state: FixjeServer) -> None:
        self._state = state
        self._described = Described("fixje")

    async def login(self, request: Request) -> Response:
        received: Received = request.state.received
        if not received.headers.get("content-type", "").startswith("multipart/form-data; boundary="):
            raise HTTPException(400, "Send multipart/form-data")
        expected = {"grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
        if received.parts != expected:
            raise HTTPException(401, "Unknown client")
        token = f"t0ken-{len(self._state.tokens)}-ey"
        self._state.tokens.append(token)
        self._state.valid.add(token)
        members = {"access_token": token, "token_type": "Bearer", "expires_in": 3600, **self._state.answer}
        return JSONResponse({name: value for name, value in members.items() if value is not None})

    async def list_orders(self, request: Request) -> Response:
        page = self._page(request, self._state.orders, "pagesize")
        total = {"totalCount": len(self._state.orders)} if self._state.counted else {}
        return JSONResponse({"statusCode": "OK", **total, "data": self._written(page)})

    async def list_products(self, request: Request) -> Response:
        return JSONResponse(self._written(self._page(request, self._state.products, "pageSize")))

    async def create_order(self, request: Request) -> Response:
        self._authorize(request)
        try:
            body = self._described.check(await request.body(), "OrderCreate")
        except ValueError as error:
            raise HTTPException(400, str(error)) from None
        order = self._state.add(reference=body.get("reference"))
        created = {name: order[name] for name in ("orderId", "reference")}
        return JSONResponse({**created, "creationWarnings": []}, 201)

    async def get_order(self, request: Request) -> Response:
        self._authorize(request)
        wanted = request.path_params["id"]
        order = next((order for order in self._state.orders if order["orderId"] == wanted), None)
        if order is None:
            raise HTTPException(404, "There is no such order")
        return JSONResponse(order)

    async def labels(self, request: Request) -> Response:
        self._authorize(request)
        return JSONResponse(len(await request.body()))

    def _authorize(self, request: Request) -> None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self._state.valid:
            raise HTTPException(401, "The token has expired.")

    def _page(self, request: Request, entries: list[dict[str, Any]], size: str) -> list[dict[str, Any]]:
        self._authorize(request)
        query = request.query_params
        if not {"page", size}.issuperset(query):
            raise HTTPException(400, f"Unknown parameters: {sorted(query)}")
        length = min(int(query.get(size, "100")), _LARGEST_PAGE)
        start = (int(query.get("page", "1")) - 1) * length
        return entries[start : start + length]

    def _written(self, page: list[dict[str, Any]]) -> object:
        return page[0] if self._state.lone and len(page) == 1 else page

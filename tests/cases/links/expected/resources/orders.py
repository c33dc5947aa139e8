# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.links import Link
    from ..inputs.order_input import OrderInput
    from ..models.order import Order

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(Resource):
    """Calls under `orders`."""

    def get(self, id: int) -> Order:
        """Call `GET /orders/{id}`.

        Args:
            id: The path parameter `id`.
        """
        from ..models.order import Order

        return self._json(_get(id), Order)

    def replace(self, id: int, *, body: OrderInput | Order | None = None) -> list[Link[Order]]:
        """Replace an order; links are plain objects in what is passed in.

        `PUT /orders/{id}`

        Args:
            id: The path parameter `id`.
            body: The body.
        """
        from .._runtime.links import Link
        from ..models.order import Order

        return self._json(_replace(id, body=body), list[Link[Order]])


class AsyncOrdersResource(AsyncResource):
    """Calls under `orders`."""

    async def get(self, id: int) -> Order:
        """Call `GET /orders/{id}`.

        Args:
            id: The path parameter `id`.
        """
        from ..models.order import Order

        return await self._json(_get(id), Order)

    async def replace(
        self, id: int, *, body: OrderInput | Order | None = None
    ) -> list[Link[Order]]:
        """Replace an order; links are plain objects in what is passed in.

        `PUT /orders/{id}`

        Args:
            id: The path parameter `id`.
            body: The body.
        """
        from .._runtime.links import Link
        from ..models.order import Order

        return await self._json(_replace(id, body=body), list[Link[Order]])


def _get(id: int) -> Request:
    request = Request("GET", "/orders/{id}")
    request.path("id", id)
    return request


def _replace(id: int, *, body: OrderInput | Order | None) -> Request:
    request = Request("PUT", "/orders/{id}")
    request.path("id", id)
    request.json(body)
    return request

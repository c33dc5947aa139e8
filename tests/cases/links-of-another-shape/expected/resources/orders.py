# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

    from ..links import Link
    from ..models.order import Order

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(Resource):
    """Calls under `orders`."""

    def list(self) -> builtins.list[Link[Order]]:
        """Call `GET /orders`."""
        from ..links import Link
        from ..models.order import Order

        return self._json(_list(), list[Link[Order]])


class AsyncOrdersResource(AsyncResource):
    """Calls under `orders`."""

    async def list(self) -> builtins.list[Link[Order]]:
        """Call `GET /orders`."""
        from ..links import Link
        from ..models.order import Order

        return await self._json(_list(), list[Link[Order]])


def _list() -> Request:
    request = Request("GET", "/orders")
    return request

# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from ..links import Link as _Link

if TYPE_CHECKING:
    import builtins as _builtins

    from ..models.order import Order

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(_Resource):
    """Calls under `orders`."""

    def list(self) -> _builtins.list[_Link[Order]]:
        """Call `GET /orders`."""
        from ..models.order import Order

        return self._json(_list_request(), list[_Link[Order]])


class AsyncOrdersResource(_AsyncResource):
    """Calls under `orders`."""

    async def list(self) -> _builtins.list[_Link[Order]]:
        """Call `GET /orders`."""
        from ..models.order import Order

        return await self._json(_list_request(), list[_Link[Order]])


def _list_request() -> _Request:
    _request = _Request("GET", "/orders")
    return _request

# Generated from the description of Shop by specloom; edits will be lost.

"""What customers ordered."""

from __future__ import annotations

from functools import cached_property as _cached_property
from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from .orders_lines import AsyncOrdersLines, OrdersLines

__all__ = ["AsyncOrders", "Orders"]


class Orders(_Resource):
    """What customers ordered."""

    @_cached_property
    def lines(self) -> OrdersLines:
        """Calls under `orders.lines`."""
        from .orders_lines import OrdersLines

        return OrdersLines(self._session)

    def get(self, order_id: int) -> None:
        """Call `GET /orders/{id}`.

        Args:
            order_id: The path parameter `id`.
        """
        self._nothing(_get_request(order_id))


class AsyncOrders(_AsyncResource):
    """What customers ordered."""

    @_cached_property
    def lines(self) -> AsyncOrdersLines:
        """Calls under `orders.lines`."""
        from .orders_lines import AsyncOrdersLines

        return AsyncOrdersLines(self._session)

    async def get(self, order_id: int) -> None:
        """Call `GET /orders/{id}`.

        Args:
            order_id: The path parameter `id`.
        """
        await self._nothing(_get_request(order_id))


def _get_request(order_id: int) -> _Request:
    _request = _Request("GET", "/orders/{id}")
    _request.numbers(order_id=order_id)
    _request.path("id", order_id)
    return _request

# Generated from the description of Shop by specloom; edits will be lost.

"""What customers ordered."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .orders_lines import AsyncOrdersLines, OrdersLines

__all__ = ["AsyncOrders", "Orders"]


class Orders(Resource):
    """What customers ordered."""

    @cached_property
    def lines(self) -> OrdersLines:
        """Calls under `orders.lines`."""
        from .orders_lines import OrdersLines

        return OrdersLines(self._session)

    def get(self, order_id: int) -> None:
        """Call `GET /orders/{id}`.

        Args:
            order_id: The path parameter `id`.
        """
        self._nothing(_get(order_id))


class AsyncOrders(AsyncResource):
    """What customers ordered."""

    @cached_property
    def lines(self) -> AsyncOrdersLines:
        """Calls under `orders.lines`."""
        from .orders_lines import AsyncOrdersLines

        return AsyncOrdersLines(self._session)

    async def get(self, order_id: int) -> None:
        """Call `GET /orders/{id}`.

        Args:
            order_id: The path parameter `id`.
        """
        await self._nothing(_get(order_id))


def _get(order_id: int) -> Request:
    request = Request("GET", "/orders/{id}")
    request.path("id", order_id)
    return request

# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..inputs.search_orders_q_input import SearchOrdersQInput

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(Resource):
    """Calls under `orders`."""

    def search_orders(self, *, q: SearchOrdersQInput) -> None:
        """Call `GET /orders`.

        Args:
            q: A query, written as JSON text.
        """
        self._nothing(_search_orders(q=q))


class AsyncOrdersResource(AsyncResource):
    """Calls under `orders`."""

    async def search_orders(self, *, q: SearchOrdersQInput) -> None:
        """Call `GET /orders`.

        Args:
            q: A query, written as JSON text.
        """
        await self._nothing(_search_orders(q=q))


def _search_orders(*, q: SearchOrdersQInput) -> Request:
    from .._runtime.encoding import encode
    from ..inputs.search_orders_q_input import SEARCH_ORDERS_Q_INPUT

    request = Request("GET", "/orders")
    request.require(q=q)
    request.query("q", encode(q, SEARCH_ORDERS_Q_INPUT), json=True)
    return request

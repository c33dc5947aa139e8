# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..inputs.search_orders_q_input import SearchOrdersQInput

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(_Resource):
    """Calls under `orders`."""

    def search_orders(self, *, q: SearchOrdersQInput) -> None:
        """Call `GET /orders`.

        Args:
            q: A query, written as JSON text.
        """
        self._nothing(_search_orders_request(q=q))


class AsyncOrdersResource(_AsyncResource):
    """Calls under `orders`."""

    async def search_orders(self, *, q: SearchOrdersQInput) -> None:
        """Call `GET /orders`.

        Args:
            q: A query, written as JSON text.
        """
        await self._nothing(_search_orders_request(q=q))


def _search_orders_request(*, q: SearchOrdersQInput) -> _Request:
    from .._runtime.encoding import encode as _encode
    from ..inputs.search_orders_q_input import SEARCH_ORDERS_Q_INPUT

    _request = _Request("GET", "/orders")
    _request.require(q=q)
    _request.query("q", _encode(q, SEARCH_ORDERS_Q_INPUT), json=True, required="q")
    return _request

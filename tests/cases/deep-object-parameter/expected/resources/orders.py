# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..inputs.order_filter_input import OrderFilterInput

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(Resource):
    """Calls under `orders`."""

    def list(
        self, *, filter: OrderFilterInput | None = None, metadata: Mapping[str, str] | None = None
    ) -> None:
        """Call `GET /orders`.

        Args:
            filter: The query parameter `filter`.
            metadata: The query parameter `metadata`.
        """
        self._nothing(_list(filter=filter, metadata=metadata))


class AsyncOrdersResource(AsyncResource):
    """Calls under `orders`."""

    async def list(
        self, *, filter: OrderFilterInput | None = None, metadata: Mapping[str, str] | None = None
    ) -> None:
        """Call `GET /orders`.

        Args:
            filter: The query parameter `filter`.
            metadata: The query parameter `metadata`.
        """
        await self._nothing(_list(filter=filter, metadata=metadata))


def _list(*, filter: OrderFilterInput | None, metadata: Mapping[str, str] | None) -> Request:
    from .._runtime.encoding import encode
    from ..inputs.order_filter_input import ORDER_FILTER_INPUT

    request = Request("GET", "/orders")
    request.query("filter", encode(filter, ORDER_FILTER_INPUT), style="deepObject", explode=True)
    request.query("metadata", metadata, style="deepObject", explode=True)
    return request

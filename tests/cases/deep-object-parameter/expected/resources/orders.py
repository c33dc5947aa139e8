# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.styles import deep_object as _deep_object
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    from ..inputs.order_filter_input import OrderFilterInput

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(_Resource):
    """Calls under `orders`."""

    def list(
        self, *, filter: OrderFilterInput | None = None, metadata: _Mapping[str, str] | None = None
    ) -> None:
        """Call `GET /orders`.

        Args:
            filter: The query parameter `filter`.
            metadata: The query parameter `metadata`.
        """
        self._nothing(_list_request(filter=filter, metadata=metadata))


class AsyncOrdersResource(_AsyncResource):
    """Calls under `orders`."""

    async def list(
        self, *, filter: OrderFilterInput | None = None, metadata: _Mapping[str, str] | None = None
    ) -> None:
        """Call `GET /orders`.

        Args:
            filter: The query parameter `filter`.
            metadata: The query parameter `metadata`.
        """
        await self._nothing(_list_request(filter=filter, metadata=metadata))


def _list_request(
    *, filter: OrderFilterInput | None, metadata: _Mapping[str, str] | None
) -> _Request:
    from .._runtime.encoding import encode as _encode
    from ..inputs.order_filter_input import ORDER_FILTER_INPUT

    _request = _Request("GET", "/orders")
    _request.query("filter", _encode(filter, ORDER_FILTER_INPUT), style=_deep_object, explode=True)
    _request.query("metadata", metadata, style=_deep_object, explode=True)
    return _request

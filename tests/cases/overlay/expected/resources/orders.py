# Generated from the description of Depot by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_number import PageNumber as _PageNumber
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from ..models.order import Order

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(_PagingResource):
    """Calls under `orders`."""

    def list(self, *, page: int | None = None) -> _Pager[Order]:
        """List orders.

        `GET /orders`

        Args:
            page: The query parameter `page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.orders import Orders

        return self._pages(_list_request(page=page), Orders, _PAGES_PAGING)


class AsyncOrdersResource(_AsyncPagingResource):
    """Calls under `orders`."""

    def list(self, *, page: int | None = None) -> _AsyncPager[Order]:
        """List orders.

        `GET /orders`

        Args:
            page: The query parameter `page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.orders import Orders

        return self._pages(_list_request(page=page), Orders, _PAGES_PAGING)


_PAGES_PAGING = _PageNumber("page", items="orders", pages="pages")


def _list_request(*, page: int | None) -> _Request:
    _request = _Request("GET", "/orders")
    _request.numbers(page=page)
    _request.query("page", page)
    return _request

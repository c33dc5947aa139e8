# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""Read what can be ordered, at which price, and how much of it is there."""

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
    from ..models.product import Product

__all__ = ["AsyncProducts", "Products"]


class Products(_PagingResource):
    """Read what can be ordered, at which price, and how much of it is there."""

    def list(self, *, page: int | None = None, page_size: int | None = None) -> _Pager[Product]:
        """List products with prices and stock.

        Gives the products that can be ordered, a page at a time. The `sku` and the `stockId` of one
        of its stocks are what an order item takes.

        `GET /api/v1/products`

        Args:
            page: Number of the page, from 1. Server default: `1`.
            page_size: How many products a page has. Server default: `100`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.product_list import ProductList

        return self._pages(
            _list_request(page=page, page_size=page_size), ProductList, _PRODUCTS_PAGING
        )


class AsyncProducts(_AsyncPagingResource):
    """Read what can be ordered, at which price, and how much of it is there."""

    def list(
        self, *, page: int | None = None, page_size: int | None = None
    ) -> _AsyncPager[Product]:
        """List products with prices and stock.

        Gives the products that can be ordered, a page at a time. The `sku` and the `stockId` of one
        of its stocks are what an order item takes.

        `GET /api/v1/products`

        Args:
            page: Number of the page, from 1. Server default: `1`.
            page_size: How many products a page has. Server default: `100`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.product_list import ProductList

        return self._pages(
            _list_request(page=page, page_size=page_size), ProductList, _PRODUCTS_PAGING
        )


_PRODUCTS_PAGING = _PageNumber("page")


def _list_request(*, page: int | None, page_size: int | None) -> _Request:
    _request = _Request("GET", "/api/v1/products")
    _request.numbers(page=page, page_size=page_size)
    _request.query("page", page)
    _request.query("pageSize", page_size)
    return _request

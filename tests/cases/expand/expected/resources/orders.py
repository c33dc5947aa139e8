# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_offset import Offset as _Offset
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from ..inputs.order_page_relation_input import OrderPageRelationInput
    from ..inputs.order_relation_input import OrderRelationInput
    from ..models.order import Order

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(_PagingResource):
    """Calls under `orders`."""

    def list(
        self,
        *,
        expand: _Sequence[OrderPageRelationInput] | str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> _Pager[Order]:
        """Call `GET /orders`.

        Args:
            expand: What to have in full. Takes a list of names, those of nested relations with
                dots between, or a text as the API has it.
            offset: The query parameter `offset`.
            limit: The query parameter `limit`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.order_page import OrderPage

        return self._pages(
            _list_request(expand=expand, offset=offset, limit=limit), OrderPage, _ROWS_PAGING
        )

    def get(self, id: int, *, include: _Sequence[OrderRelationInput] | str | None = None) -> Order:
        """Call `GET /orders/{id}`.

        Args:
            id: The path parameter `id`.
            include: The query parameter `include`. Takes a list of names, those of nested
                relations with dots between, or a text as the API has it.
        """
        from ..models.order import Order

        return self._json(_get_request(id, include=include), Order)


class AsyncOrdersResource(_AsyncPagingResource):
    """Calls under `orders`."""

    def list(
        self,
        *,
        expand: _Sequence[OrderPageRelationInput] | str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> _AsyncPager[Order]:
        """Call `GET /orders`.

        Args:
            expand: What to have in full. Takes a list of names, those of nested relations with
                dots between, or a text as the API has it.
            offset: The query parameter `offset`.
            limit: The query parameter `limit`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.order_page import OrderPage

        return self._pages(
            _list_request(expand=expand, offset=offset, limit=limit), OrderPage, _ROWS_PAGING
        )

    async def get(
        self, id: int, *, include: _Sequence[OrderRelationInput] | str | None = None
    ) -> Order:
        """Call `GET /orders/{id}`.

        Args:
            id: The path parameter `id`.
            include: The query parameter `include`. Takes a list of names, those of nested
                relations with dots between, or a text as the API has it.
        """
        from ..models.order import Order

        return await self._json(_get_request(id, include=include), Order)


_ROWS_PAGING = _Offset("offset", items="items")


def _list_request(
    *, expand: _Sequence[OrderPageRelationInput] | str | None, offset: int | None, limit: int | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/orders")
    _request.numbers(offset=offset, limit=limit)
    _request.query("expand", _in_parentheses(expand))
    _request.query("offset", offset)
    _request.query("limit", limit)
    return _request


def _get_request(id: int, *, include: _Sequence[OrderRelationInput] | str | None) -> _Request:
    from .._runtime.features.expand import in_dots as _in_dots

    _request = _Request("GET", "/orders/{id}")
    _request.numbers(id=id)
    _request.path("id", id)
    _request.query("include", _in_dots(include))
    return _request

# Generated from the description of Orders by specloom; edits will be lost.

"""Calls under `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.paging import Offset
from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.paging import AsyncPager, Pager
    from ..inputs.order_page_relation_input import OrderPageRelationInput
    from ..inputs.order_relation_input import OrderRelationInput
    from ..models.order import Order

__all__ = ["AsyncOrdersResource", "OrdersResource"]


class OrdersResource(Resource):
    """Calls under `orders`."""

    def list(
        self,
        *,
        expand: Sequence[OrderPageRelationInput] | str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Pager[Order]:
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

        return self._pages(_list(expand=expand, offset=offset, limit=limit), OrderPage, _ROWS)

    def get(self, id: int, *, include: Sequence[OrderRelationInput] | str | None = None) -> Order:
        """Call `GET /orders/{id}`.

        Args:
            id: The path parameter `id`.
            include: The query parameter `include`. Takes a list of names, those of nested
                relations with dots between, or a text as the API has it.
        """
        from ..models.order import Order

        return self._json(_get(id, include=include), Order)


class AsyncOrdersResource(AsyncResource):
    """Calls under `orders`."""

    def list(
        self,
        *,
        expand: Sequence[OrderPageRelationInput] | str | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> AsyncPager[Order]:
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

        return self._pages(_list(expand=expand, offset=offset, limit=limit), OrderPage, _ROWS)

    async def get(
        self, id: int, *, include: Sequence[OrderRelationInput] | str | None = None
    ) -> Order:
        """Call `GET /orders/{id}`.

        Args:
            id: The path parameter `id`.
            include: The query parameter `include`. Takes a list of names, those of nested
                relations with dots between, or a text as the API has it.
        """
        from ..models.order import Order

        return await self._json(_get(id, include=include), Order)


_ROWS = Offset("offset", items="items", limit="limit")


def _list(
    *, expand: Sequence[OrderPageRelationInput] | str | None, offset: int | None, limit: int | None
) -> Request:
    from .._runtime.expand import in_parentheses

    request = Request("GET", "/orders")
    request.query("expand", in_parentheses(expand))
    request.query("offset", offset)
    request.query("limit", limit)
    return request


def _get(id: int, *, include: Sequence[OrderRelationInput] | str | None) -> Request:
    from .._runtime.expand import in_dots

    request = Request("GET", "/orders/{id}")
    request.path("id", id)
    request.query("include", in_dots(include))
    return request

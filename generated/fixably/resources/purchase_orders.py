# Generated from the description of Fixably API by specloom; edits will be lost.

"""Orders of products and services from suppliers."""

from __future__ import annotations

from functools import cached_property as _cached_property
from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_offset import Offset as _Offset
from .._runtime.features.search import SearchGrammar as _SearchGrammar
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.features.search import Search as _Search
    from .._runtime.unset import Unset as _Unset
    from ..inputs.id_reference_input import IdReferenceInput
    from ..inputs.purchase_order_page_relation_input import PurchaseOrderPageRelationInput
    from ..inputs.purchase_order_product_input import PurchaseOrderProductInput
    from ..inputs.purchase_order_relation_input import PurchaseOrderRelationInput
    from ..models.purchase_order import PurchaseOrder
    from .purchase_orders_lines import AsyncPurchaseOrdersLines, PurchaseOrdersLines

__all__ = ["AsyncPurchaseOrders", "PurchaseOrders"]


class PurchaseOrders(_PagingResource):
    """Orders of products and services from suppliers."""

    @_cached_property
    def lines(self) -> PurchaseOrdersLines:
        """Calls under `purchase_orders.lines`."""
        from .purchase_orders_lines import PurchaseOrdersLines

        return PurchaseOrdersLines(self._session)

    def list(
        self,
        *,
        expand: _Sequence[PurchaseOrderPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[PurchaseOrder]:
        """List purchase orders.

        Gives links only, unless `items` are expanded.

        `GET /purchase-orders`

        Args:
            expand: What to have in full instead of as links. Relations of an item stand in
                parentheses. Takes a list of names, those of nested relations with dots between, or
                a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.purchase_order_page import PurchaseOrderPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            PurchaseOrderPage,
            _OFFSET_PAGING,
        )

    def create(
        self,
        *,
        products: _Sequence[PurchaseOrderProductInput],
        reference: str | _Unset = _UNSET,
        number: str | _Unset = _UNSET,
        vendor: IdReferenceInput | _Unset = _UNSET,
        stock: IdReferenceInput | _Unset = _UNSET,
        order: IdReferenceInput | _Unset = _UNSET,
    ) -> PurchaseOrder:
        """Create a purchase order.

        Adds an order of `products` from a supplier. Each needs its id, quantity and price with tax;
        the supplier, the stock to fill and the order that waits for them can be named.

        `POST /purchase-orders`

        Args:
            products: What to order.
            reference: Reference of the tenant's choice.
            number: Number of the purchase order.
            vendor: Supplier to order from.
            stock: Stock that the products are for.
            order: Order that the products are for.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.purchase_order import PurchaseOrder

        return self._json(
            _create_request(
                products=products,
                reference=reference,
                number=number,
                vendor=vendor,
                stock=stock,
                order=order,
            ),
            PurchaseOrder,
        )

    def get(
        self,
        purchase_order_id: int,
        *,
        expand: _Sequence[PurchaseOrderRelationInput] | str | None = None,
    ) -> PurchaseOrder:
        """Get a purchase order.

        `GET /purchase-orders/{purchase_order_id}`

        Args:
            purchase_order_id: Id of the purchase order.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.purchase_order import PurchaseOrder

        return self._json(_get_request(purchase_order_id, expand=expand), PurchaseOrder)


class AsyncPurchaseOrders(_AsyncPagingResource):
    """Orders of products and services from suppliers."""

    @_cached_property
    def lines(self) -> AsyncPurchaseOrdersLines:
        """Calls under `purchase_orders.lines`."""
        from .purchase_orders_lines import AsyncPurchaseOrdersLines

        return AsyncPurchaseOrdersLines(self._session)

    def list(
        self,
        *,
        expand: _Sequence[PurchaseOrderPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[PurchaseOrder]:
        """List purchase orders.

        Gives links only, unless `items` are expanded.

        `GET /purchase-orders`

        Args:
            expand: What to have in full instead of as links. Relations of an item stand in
                parentheses. Takes a list of names, those of nested relations with dots between, or
                a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.purchase_order_page import PurchaseOrderPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            PurchaseOrderPage,
            _OFFSET_PAGING,
        )

    async def create(
        self,
        *,
        products: _Sequence[PurchaseOrderProductInput],
        reference: str | _Unset = _UNSET,
        number: str | _Unset = _UNSET,
        vendor: IdReferenceInput | _Unset = _UNSET,
        stock: IdReferenceInput | _Unset = _UNSET,
        order: IdReferenceInput | _Unset = _UNSET,
    ) -> PurchaseOrder:
        """Create a purchase order.

        Adds an order of `products` from a supplier. Each needs its id, quantity and price with tax;
        the supplier, the stock to fill and the order that waits for them can be named.

        `POST /purchase-orders`

        Args:
            products: What to order.
            reference: Reference of the tenant's choice.
            number: Number of the purchase order.
            vendor: Supplier to order from.
            stock: Stock that the products are for.
            order: Order that the products are for.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.purchase_order import PurchaseOrder

        return await self._json(
            _create_request(
                products=products,
                reference=reference,
                number=number,
                vendor=vendor,
                stock=stock,
                order=order,
            ),
            PurchaseOrder,
        )

    async def get(
        self,
        purchase_order_id: int,
        *,
        expand: _Sequence[PurchaseOrderRelationInput] | str | None = None,
    ) -> PurchaseOrder:
        """Get a purchase order.

        `GET /purchase-orders/{purchase_order_id}`

        Args:
            purchase_order_id: Id of the purchase order.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.purchase_order import PurchaseOrder

        return await self._json(_get_request(purchase_order_id, expand=expand), PurchaseOrder)


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[PurchaseOrderPageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/purchase-orders")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_request(
    *,
    products: _Sequence[PurchaseOrderProductInput],
    reference: str | _Unset,
    number: str | _Unset,
    vendor: IdReferenceInput | _Unset,
    stock: IdReferenceInput | _Unset,
    order: IdReferenceInput | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT
    from ..inputs.purchase_order_product_input import PURCHASE_ORDER_PRODUCT_INPUT

    _request = _Request("POST", "/purchase-orders")
    _request.require(products=products)
    _request.field("reference", reference)
    _request.field("number", number)
    _request.field("products", products, _Items(PURCHASE_ORDER_PRODUCT_INPUT))
    _request.field("vendor", vendor, ID_REFERENCE_INPUT)
    _request.field("stock", stock, ID_REFERENCE_INPUT)
    _request.field("order", order, ID_REFERENCE_INPUT)
    return _request


def _get_request(
    purchase_order_id: int, *, expand: _Sequence[PurchaseOrderRelationInput] | str | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/purchase-orders/{purchase_order_id}")
    _request.numbers(purchase_order_id=purchase_order_id)
    _request.path("purchase_order_id", purchase_order_id)
    _request.query("expand", _in_parentheses(expand))
    return _request

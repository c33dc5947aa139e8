# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `stocks.products`."""

from __future__ import annotations

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
    from ..inputs.stock_product_page_relation_input import StockProductPageRelationInput
    from ..models.stock_product import StockProduct
    from ..models.stock_product_added import StockProductAdded

__all__ = ["AsyncStocksProducts", "StocksProducts"]


class StocksProducts(_PagingResource):
    """Calls under `stocks.products`."""

    def list(
        self,
        stock_id: int,
        *,
        expand: _Sequence[StockProductPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[StockProduct]:
        """List the products in a stock.

        Gives links only, unless `items` are expanded.

        `GET /stocks/{stock_id}/products`

        Args:
            stock_id: Id of the stock.
            expand: What to have in full instead of as links. Takes a list of names, those of
                nested relations with dots between, or a text as the API has it.
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
            NotFoundError: 404.
        """
        from ..models.stock_product_page import StockProductPage

        return self._pages(
            _list_request(stock_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            StockProductPage,
            _OFFSET_PAGING,
        )

    def add(
        self,
        stock_id: int,
        *,
        product: int,
        quantity: int,
        serial_number: str | _Unset = _UNSET,
        imei: str | _Unset = _UNSET,
        physical_location: str | _Unset = _UNSET,
    ) -> StockProductAdded:
        """Put a product into a stock that does not have it yet.

        To change the quantity of a product that is in the stock already, update it there.

        `POST /stocks/{stock_id}/products`

        Args:
            stock_id: Id of the stock.
            product: Id of the product.
            quantity: How many pieces.
            serial_number: Serial number of the piece. Required under a condition that the
                vendor does not state.
            imei: IMEI number of the piece. Required under a condition that the vendor does not
                state.
            physical_location: Where in the stock it lies.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.stock_product_added import StockProductAdded

        return self._json(
            _add_request(
                stock_id,
                product=product,
                quantity=quantity,
                serial_number=serial_number,
                imei=imei,
                physical_location=physical_location,
            ),
            StockProductAdded,
        )

    def update(
        self, stock_id: int, product_id: int, *, quantity: int, info: str | _Unset = _UNSET
    ) -> None:
        """Set how many pieces of a product are in a stock.

        Replaces the quantity; it is not added to the one before.

        `PUT /stocks/{stock_id}/products/{product_id}`

        Args:
            stock_id: Id of the stock.
            product_id: Id of the product.
            quantity: How many pieces there are.
            info: Remark about the change.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        self._nothing(_update_request(stock_id, product_id, quantity=quantity, info=info))

    def remove(self, stock_id: int, product_id: int) -> None:
        """Remove a product from a stock.

        Takes all pieces of it out of the stock; the product itself stays.

        `DELETE /stocks/{stock_id}/products/{product_id}`

        Args:
            stock_id: Id of the stock.
            product_id: Id of the product.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        self._nothing(_remove_request(stock_id, product_id))


class AsyncStocksProducts(_AsyncPagingResource):
    """Calls under `stocks.products`."""

    def list(
        self,
        stock_id: int,
        *,
        expand: _Sequence[StockProductPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[StockProduct]:
        """List the products in a stock.

        Gives links only, unless `items` are expanded.

        `GET /stocks/{stock_id}/products`

        Args:
            stock_id: Id of the stock.
            expand: What to have in full instead of as links. Takes a list of names, those of
                nested relations with dots between, or a text as the API has it.
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
            NotFoundError: 404.
        """
        from ..models.stock_product_page import StockProductPage

        return self._pages(
            _list_request(stock_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            StockProductPage,
            _OFFSET_PAGING,
        )

    async def add(
        self,
        stock_id: int,
        *,
        product: int,
        quantity: int,
        serial_number: str | _Unset = _UNSET,
        imei: str | _Unset = _UNSET,
        physical_location: str | _Unset = _UNSET,
    ) -> StockProductAdded:
        """Put a product into a stock that does not have it yet.

        To change the quantity of a product that is in the stock already, update it there.

        `POST /stocks/{stock_id}/products`

        Args:
            stock_id: Id of the stock.
            product: Id of the product.
            quantity: How many pieces.
            serial_number: Serial number of the piece. Required under a condition that the
                vendor does not state.
            imei: IMEI number of the piece. Required under a condition that the vendor does not
                state.
            physical_location: Where in the stock it lies.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.stock_product_added import StockProductAdded

        return await self._json(
            _add_request(
                stock_id,
                product=product,
                quantity=quantity,
                serial_number=serial_number,
                imei=imei,
                physical_location=physical_location,
            ),
            StockProductAdded,
        )

    async def update(
        self, stock_id: int, product_id: int, *, quantity: int, info: str | _Unset = _UNSET
    ) -> None:
        """Set how many pieces of a product are in a stock.

        Replaces the quantity; it is not added to the one before.

        `PUT /stocks/{stock_id}/products/{product_id}`

        Args:
            stock_id: Id of the stock.
            product_id: Id of the product.
            quantity: How many pieces there are.
            info: Remark about the change.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        await self._nothing(_update_request(stock_id, product_id, quantity=quantity, info=info))

    async def remove(self, stock_id: int, product_id: int) -> None:
        """Remove a product from a stock.

        Takes all pieces of it out of the stock; the product itself stays.

        `DELETE /stocks/{stock_id}/products/{product_id}`

        Args:
            stock_id: Id of the stock.
            product_id: Id of the product.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        await self._nothing(_remove_request(stock_id, product_id))


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    stock_id: int,
    *,
    expand: _Sequence[StockProductPageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/stocks/{stock_id}/products")
    _request.numbers(stock_id=stock_id, limit=limit, offset=offset, page=page)
    _request.path("stock_id", stock_id)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _add_request(
    stock_id: int,
    *,
    product: int,
    quantity: int,
    serial_number: str | _Unset,
    imei: str | _Unset,
    physical_location: str | _Unset,
) -> _Request:
    _request = _Request("POST", "/stocks/{stock_id}/products")
    _request.require(product=product, quantity=quantity)
    _request.numbers(stock_id=stock_id, product=product, quantity=quantity)
    _request.path("stock_id", stock_id)
    _request.field("product", product)
    _request.field("quantity", quantity)
    _request.field("serialNumber", serial_number)
    _request.field("imei", imei)
    _request.field("physicalLocation", physical_location)
    return _request


def _update_request(
    stock_id: int, product_id: int, *, quantity: int, info: str | _Unset
) -> _Request:
    _request = _Request("PUT", "/stocks/{stock_id}/products/{product_id}")
    _request.require(quantity=quantity)
    _request.numbers(stock_id=stock_id, product_id=product_id, quantity=quantity)
    _request.path("stock_id", stock_id)
    _request.path("product_id", product_id)
    _request.field("quantity", quantity)
    _request.field("info", info)
    return _request


def _remove_request(stock_id: int, product_id: int) -> _Request:
    _request = _Request("DELETE", "/stocks/{stock_id}/products/{product_id}")
    _request.numbers(stock_id=stock_id, product_id=product_id)
    _request.path("stock_id", stock_id)
    _request.path("product_id", product_id)
    return _request

# Generated from the description of Fixably API by specloom; edits will be lost.

"""Stocks, and how many pieces of each product are in them."""

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
    from ..inputs.stock_page_relation_input import StockPageRelationInput
    from ..inputs.stock_relation_input import StockRelationInput
    from ..models.stock import Stock
    from .stocks_products import AsyncStocksProducts, StocksProducts

__all__ = ["AsyncStocks", "Stocks"]


class Stocks(_PagingResource):
    """Stocks, and how many pieces of each product are in them."""

    @_cached_property
    def products(self) -> StocksProducts:
        """Calls under `stocks.products`."""
        from .stocks_products import StocksProducts

        return StocksProducts(self._session)

    def list(
        self,
        *,
        expand: _Sequence[StockPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[Stock]:
        """List stocks.

        Gives links only, unless `items` are expanded.

        `GET /stocks`

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
        from ..models.stock_page import StockPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            StockPage,
            _OFFSET_PAGING,
        )

    def create(
        self,
        *,
        name: str,
        location: int,
        description: str | _Unset = _UNSET,
        store: int | _Unset = _UNSET,
        consignment: bool | _Unset = _UNSET,
    ) -> Stock:
        """Create a stock.

        Adds an empty stock at a service location. Where the tenant has stores enabled, a `store` is
        required as well.

        `POST /stocks`

        Args:
            name: Name of the stock.
            location: Id of the service location.
            description: What the stock is for.
            store: Id of the store. Required where the tenant has stores enabled.
            consignment: Whether it is a consignment stock.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.stock import Stock

        return self._json(
            _create_request(
                name=name,
                location=location,
                description=description,
                store=store,
                consignment=consignment,
            ),
            Stock,
        )

    def get(
        self, stock_id: int, *, expand: _Sequence[StockRelationInput] | str | None = None
    ) -> Stock:
        """Get a stock.

        `GET /stocks/{stock_id}`

        Args:
            stock_id: Id of the stock.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.stock import Stock

        return self._json(_get_request(stock_id, expand=expand), Stock)

    def update(
        self,
        stock_id: int,
        *,
        name: str,
        location: int,
        description: str | _Unset = _UNSET,
        store: int | _Unset = _UNSET,
        consignment: bool | _Unset = _UNSET,
    ) -> Stock | None:
        """Update a stock.

        Send the whole stock: name and location are always required, and what becomes of members
        that are left out is not known.

        `PUT /stocks/{stock_id}`

        Args:
            stock_id: Id of the stock.
            name: Name of the stock.
            location: Id of the service location.
            description: What the stock is for.
            store: Id of the store.
            consignment: Whether it is a consignment stock.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.stock import Stock

        return self._json(
            _update_request(
                stock_id,
                name=name,
                location=location,
                description=description,
                store=store,
                consignment=consignment,
            ),
            Stock,
        )

    def delete(self, stock_id: int) -> None:
        """Delete a stock.

        `DELETE /stocks/{stock_id}`

        Args:
            stock_id: Id of the stock.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        self._nothing(_delete_request(stock_id))


class AsyncStocks(_AsyncPagingResource):
    """Stocks, and how many pieces of each product are in them."""

    @_cached_property
    def products(self) -> AsyncStocksProducts:
        """Calls under `stocks.products`."""
        from .stocks_products import AsyncStocksProducts

        return AsyncStocksProducts(self._session)

    def list(
        self,
        *,
        expand: _Sequence[StockPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[Stock]:
        """List stocks.

        Gives links only, unless `items` are expanded.

        `GET /stocks`

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
        from ..models.stock_page import StockPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            StockPage,
            _OFFSET_PAGING,
        )

    async def create(
        self,
        *,
        name: str,
        location: int,
        description: str | _Unset = _UNSET,
        store: int | _Unset = _UNSET,
        consignment: bool | _Unset = _UNSET,
    ) -> Stock:
        """Create a stock.

        Adds an empty stock at a service location. Where the tenant has stores enabled, a `store` is
        required as well.

        `POST /stocks`

        Args:
            name: Name of the stock.
            location: Id of the service location.
            description: What the stock is for.
            store: Id of the store. Required where the tenant has stores enabled.
            consignment: Whether it is a consignment stock.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.stock import Stock

        return await self._json(
            _create_request(
                name=name,
                location=location,
                description=description,
                store=store,
                consignment=consignment,
            ),
            Stock,
        )

    async def get(
        self, stock_id: int, *, expand: _Sequence[StockRelationInput] | str | None = None
    ) -> Stock:
        """Get a stock.

        `GET /stocks/{stock_id}`

        Args:
            stock_id: Id of the stock.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.stock import Stock

        return await self._json(_get_request(stock_id, expand=expand), Stock)

    async def update(
        self,
        stock_id: int,
        *,
        name: str,
        location: int,
        description: str | _Unset = _UNSET,
        store: int | _Unset = _UNSET,
        consignment: bool | _Unset = _UNSET,
    ) -> Stock | None:
        """Update a stock.

        Send the whole stock: name and location are always required, and what becomes of members
        that are left out is not known.

        `PUT /stocks/{stock_id}`

        Args:
            stock_id: Id of the stock.
            name: Name of the stock.
            location: Id of the service location.
            description: What the stock is for.
            store: Id of the store.
            consignment: Whether it is a consignment stock.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.stock import Stock

        return await self._json(
            _update_request(
                stock_id,
                name=name,
                location=location,
                description=description,
                store=store,
                consignment=consignment,
            ),
            Stock,
        )

    async def delete(self, stock_id: int) -> None:
        """Delete a stock.

        `DELETE /stocks/{stock_id}`

        Args:
            stock_id: Id of the stock.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        await self._nothing(_delete_request(stock_id))


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[StockPageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/stocks")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_request(
    *,
    name: str,
    location: int,
    description: str | _Unset,
    store: int | _Unset,
    consignment: bool | _Unset,
) -> _Request:
    _request = _Request("POST", "/stocks")
    _request.require(name=name, location=location)
    _request.numbers(location=location, store=store)
    _request.field("name", name)
    _request.field("description", description)
    _request.field("location", location)
    _request.field("store", store)
    _request.field("consignment", consignment)
    return _request


def _get_request(stock_id: int, *, expand: _Sequence[StockRelationInput] | str | None) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/stocks/{stock_id}")
    _request.numbers(stock_id=stock_id)
    _request.path("stock_id", stock_id)
    _request.query("expand", _in_parentheses(expand))
    return _request


def _update_request(
    stock_id: int,
    *,
    name: str,
    location: int,
    description: str | _Unset,
    store: int | _Unset,
    consignment: bool | _Unset,
) -> _Request:
    _request = _Request("PUT", "/stocks/{stock_id}", may_be_empty=True)
    _request.require(name=name, location=location)
    _request.numbers(stock_id=stock_id, location=location, store=store)
    _request.path("stock_id", stock_id)
    _request.field("name", name)
    _request.field("description", description)
    _request.field("location", location)
    _request.field("store", store)
    _request.field("consignment", consignment)
    return _request


def _delete_request(stock_id: int) -> _Request:
    _request = _Request("DELETE", "/stocks/{stock_id}")
    _request.numbers(stock_id=stock_id)
    _request.path("stock_id", stock_id)
    return _request

# Generated from the description of Fixably API by specloom; edits will be lost.

"""Stocks, and how many pieces of each product are in them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.paging import Offset
from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.search import SearchGrammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.paging import AsyncPager, Pager
    from .._runtime.search import Search
    from ..inputs.stock_page_relation_input import StockPageRelationInput
    from ..inputs.stock_relation_input import StockRelationInput
    from ..models.stock import Stock
    from .stocks_products import AsyncStocksProducts, StocksProducts

__all__ = ["AsyncStocks", "Stocks"]


class Stocks(Resource):
    """Stocks, and how many pieces of each product are in them."""

    @cached_property
    def products(self) -> StocksProducts:
        """Calls under `stocks.products`."""
        from .stocks_products import StocksProducts

        return StocksProducts(self._session)

    def list(
        self,
        *,
        expand: Sequence[StockPageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> Pager[Stock]:
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
                others are an error. Takes a mapping of names to values, see `_runtime/search.py`,
                or a text as the API has it.
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
            _list(expand=expand, q=q, limit=limit, offset=offset, page=page), StockPage, _OFFSET
        )

    def create(
        self,
        *,
        name: str,
        location: int,
        description: str | None = None,
        store: int | None = None,
        consignment: bool | None = None,
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
            _create(
                name=name,
                location=location,
                description=description,
                store=store,
                consignment=consignment,
            ),
            Stock,
        )

    def get(
        self, stock_id: int, *, expand: Sequence[StockRelationInput] | str | None = None
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

        return self._json(_get(stock_id, expand=expand), Stock)

    def update(
        self,
        stock_id: int,
        *,
        name: str,
        location: int,
        description: str | None = None,
        store: int | None = None,
        consignment: bool | None = None,
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

        return self._json_or_none(
            _update(
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
        self._nothing(_delete(stock_id))


class AsyncStocks(AsyncResource):
    """Stocks, and how many pieces of each product are in them."""

    @cached_property
    def products(self) -> AsyncStocksProducts:
        """Calls under `stocks.products`."""
        from .stocks_products import AsyncStocksProducts

        return AsyncStocksProducts(self._session)

    def list(
        self,
        *,
        expand: Sequence[StockPageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> AsyncPager[Stock]:
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
                others are an error. Takes a mapping of names to values, see `_runtime/search.py`,
                or a text as the API has it.
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
            _list(expand=expand, q=q, limit=limit, offset=offset, page=page), StockPage, _OFFSET
        )

    async def create(
        self,
        *,
        name: str,
        location: int,
        description: str | None = None,
        store: int | None = None,
        consignment: bool | None = None,
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
            _create(
                name=name,
                location=location,
                description=description,
                store=store,
                consignment=consignment,
            ),
            Stock,
        )

    async def get(
        self, stock_id: int, *, expand: Sequence[StockRelationInput] | str | None = None
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

        return await self._json(_get(stock_id, expand=expand), Stock)

    async def update(
        self,
        stock_id: int,
        *,
        name: str,
        location: int,
        description: str | None = None,
        store: int | None = None,
        consignment: bool | None = None,
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

        return await self._json_or_none(
            _update(
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
        await self._nothing(_delete(stock_id))


_OFFSET = Offset("offset", items="items", total="total_items", limit="limit", page="page")


_QUERY_SEARCH = SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list(
    *,
    expand: Sequence[StockPageRelationInput] | str | None,
    q: Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> Request:
    from .._runtime.expand import in_parentheses
    from .._runtime.search import write_search

    request = Request("GET", "/stocks")
    request.query("expand", in_parentheses(expand))
    request.query("q", write_search(q, _QUERY_SEARCH))
    request.query("limit", limit)
    request.query("offset", offset)
    request.query("page", page)
    return request


def _create(
    *,
    name: str,
    location: int,
    description: str | None,
    store: int | None,
    consignment: bool | None,
) -> Request:
    request = Request("POST", "/stocks")
    request.require(name=name, location=location)
    request.field("name", name)
    request.field("description", description)
    request.field("location", location)
    request.field("store", store)
    request.field("consignment", consignment)
    return request


def _get(stock_id: int, *, expand: Sequence[StockRelationInput] | str | None) -> Request:
    from .._runtime.expand import in_parentheses

    request = Request("GET", "/stocks/{stock_id}")
    request.path("stock_id", stock_id)
    request.query("expand", in_parentheses(expand))
    return request


def _update(
    stock_id: int,
    *,
    name: str,
    location: int,
    description: str | None,
    store: int | None,
    consignment: bool | None,
) -> Request:
    request = Request("PUT", "/stocks/{stock_id}")
    request.require(name=name, location=location)
    request.path("stock_id", stock_id)
    request.field("name", name)
    request.field("description", description)
    request.field("location", location)
    request.field("store", store)
    request.field("consignment", consignment)
    return request


def _delete(stock_id: int) -> Request:
    request = Request("DELETE", "/stocks/{stock_id}")
    request.path("stock_id", stock_id)
    return request

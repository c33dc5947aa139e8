# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `invoices.consolidated`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_offset import Offset as _Offset
from .._runtime.features.search import SearchGrammar as _SearchGrammar
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.features.search import Search as _Search
    from ..inputs.invoice_page_relation_input import InvoicePageRelationInput
    from ..models.invoice import Invoice

__all__ = ["AsyncInvoicesConsolidated", "InvoicesConsolidated"]


class InvoicesConsolidated(_PagingResource):
    """Calls under `invoices.consolidated`."""

    def list(
        self,
        invoice_id: int,
        *,
        expand: _Sequence[InvoicePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[Invoice]:
        """List the invoices consolidated with an invoice.

        The invoice itself can be among them. Gives links only, unless `items` are expanded.

        `GET /invoices/{invoice_id}/consolidated`

        Args:
            invoice_id: Id of the invoice.
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
            NotFoundError: 404.
        """
        from ..models.invoice_page import InvoicePage

        return self._pages(
            _list_request(invoice_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            InvoicePage,
            _OFFSET_PAGING,
        )


class AsyncInvoicesConsolidated(_AsyncPagingResource):
    """Calls under `invoices.consolidated`."""

    def list(
        self,
        invoice_id: int,
        *,
        expand: _Sequence[InvoicePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[Invoice]:
        """List the invoices consolidated with an invoice.

        The invoice itself can be among them. Gives links only, unless `items` are expanded.

        `GET /invoices/{invoice_id}/consolidated`

        Args:
            invoice_id: Id of the invoice.
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
            NotFoundError: 404.
        """
        from ..models.invoice_page import InvoicePage

        return self._pages(
            _list_request(invoice_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            InvoicePage,
            _OFFSET_PAGING,
        )


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    invoice_id: int,
    *,
    expand: _Sequence[InvoicePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/invoices/{invoice_id}/consolidated")
    _request.numbers(invoice_id=invoice_id, limit=limit, offset=offset, page=page)
    _request.path("invoice_id", invoice_id)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request

# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `orders.notes`."""

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
    from ..inputs.order_note_create_input import OrderNoteCreateInput
    from ..inputs.order_note_page_relation_input import OrderNotePageRelationInput
    from ..inputs.order_note_relation_input import OrderNoteRelationInput
    from ..models.added_order_notes import AddedOrderNotes
    from ..models.order_note import OrderNote

__all__ = ["AsyncOrdersNotes", "OrdersNotes"]


class OrdersNotes(_PagingResource):
    """Calls under `orders.notes`."""

    def list(
        self,
        order_id: int,
        *,
        expand: _Sequence[OrderNotePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[OrderNote]:
        """List the notes of an order.

        Gives the notes on the order's timeline, as links only unless `items` are expanded.

        `GET /orders/{order_id}/notes`

        Args:
            order_id: Number of the order.
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
        from ..models.order_note_page import OrderNotePage

        return self._pages(
            _list_request(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderNotePage,
            _OFFSET_PAGING,
        )

    def add(self, order_id: int, *, notes: _Sequence[OrderNoteCreateInput]) -> AddedOrderNotes:
        """Add notes to an order's timeline.

        Adds one or more notes and gives the id of each. To write as somebody else, name the user in
        `createdBy`, for which the tenant has to allow impersonation.

        `POST /orders/{order_id}/notes`

        Args:
            order_id: Number of the order.
            notes: The notes.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.added_order_notes import AddedOrderNotes

        return self._json(_add_request(order_id, notes=notes), AddedOrderNotes)

    def get(
        self,
        order_id: int,
        note_id: int,
        *,
        expand: _Sequence[OrderNoteRelationInput] | str | None = None,
    ) -> OrderNote:
        """Get a note of an order.

        The user who made the note comes as a link, unless it is expanded.

        `GET /orders/{order_id}/notes/{note_id}`

        Args:
            order_id: Number of the order.
            note_id: Id of the note.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_note import OrderNote

        return self._json(_get_request(order_id, note_id, expand=expand), OrderNote)


class AsyncOrdersNotes(_AsyncPagingResource):
    """Calls under `orders.notes`."""

    def list(
        self,
        order_id: int,
        *,
        expand: _Sequence[OrderNotePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[OrderNote]:
        """List the notes of an order.

        Gives the notes on the order's timeline, as links only unless `items` are expanded.

        `GET /orders/{order_id}/notes`

        Args:
            order_id: Number of the order.
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
        from ..models.order_note_page import OrderNotePage

        return self._pages(
            _list_request(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderNotePage,
            _OFFSET_PAGING,
        )

    async def add(
        self, order_id: int, *, notes: _Sequence[OrderNoteCreateInput]
    ) -> AddedOrderNotes:
        """Add notes to an order's timeline.

        Adds one or more notes and gives the id of each. To write as somebody else, name the user in
        `createdBy`, for which the tenant has to allow impersonation.

        `POST /orders/{order_id}/notes`

        Args:
            order_id: Number of the order.
            notes: The notes.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.added_order_notes import AddedOrderNotes

        return await self._json(_add_request(order_id, notes=notes), AddedOrderNotes)

    async def get(
        self,
        order_id: int,
        note_id: int,
        *,
        expand: _Sequence[OrderNoteRelationInput] | str | None = None,
    ) -> OrderNote:
        """Get a note of an order.

        The user who made the note comes as a link, unless it is expanded.

        `GET /orders/{order_id}/notes/{note_id}`

        Args:
            order_id: Number of the order.
            note_id: Id of the note.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_note import OrderNote

        return await self._json(_get_request(order_id, note_id, expand=expand), OrderNote)


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    order_id: int,
    *,
    expand: _Sequence[OrderNotePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/orders/{order_id}/notes")
    _request.numbers(order_id=order_id, limit=limit, offset=offset, page=page)
    _request.path("order_id", order_id)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _add_request(order_id: int, *, notes: _Sequence[OrderNoteCreateInput]) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.order_note_create_input import ORDER_NOTE_CREATE_INPUT

    _request = _Request("POST", "/orders/{order_id}/notes")
    _request.require(notes=notes)
    _request.numbers(order_id=order_id)
    _request.path("order_id", order_id)
    _request.field("notes", notes, _Items(ORDER_NOTE_CREATE_INPUT))
    return _request


def _get_request(
    order_id: int, note_id: int, *, expand: _Sequence[OrderNoteRelationInput] | str | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/orders/{order_id}/notes/{note_id}")
    _request.numbers(order_id=order_id, note_id=note_id)
    _request.path("order_id", order_id)
    _request.path("note_id", note_id)
    _request.query("expand", _in_parentheses(expand))
    return _request

# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `orders.notes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.paging import Offset
from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.search import SearchGrammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.paging import AsyncPager, Pager
    from .._runtime.search import Search
    from ..inputs.order_note_create_input import OrderNoteCreateInput
    from ..inputs.order_note_page_relation_input import OrderNotePageRelationInput
    from ..inputs.order_note_relation_input import OrderNoteRelationInput
    from ..models.added_order_notes import AddedOrderNotes
    from ..models.order_note import OrderNote

__all__ = ["AsyncOrdersNotes", "OrdersNotes"]


class OrdersNotes(Resource):
    """Calls under `orders.notes`."""

    def list(
        self,
        order_id: int,
        *,
        expand: Sequence[OrderNotePageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> Pager[OrderNote]:
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
            NotFoundError: 404.
        """
        from ..models.order_note_page import OrderNotePage

        return self._pages(
            _list(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderNotePage,
            _OFFSET,
        )

    def add(self, order_id: int, *, notes: Sequence[OrderNoteCreateInput]) -> AddedOrderNotes:
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

        return self._json(_add(order_id, notes=notes), AddedOrderNotes)

    def get(
        self,
        order_id: int,
        note_id: int,
        *,
        expand: Sequence[OrderNoteRelationInput] | str | None = None,
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

        return self._json(_get(order_id, note_id, expand=expand), OrderNote)


class AsyncOrdersNotes(AsyncResource):
    """Calls under `orders.notes`."""

    def list(
        self,
        order_id: int,
        *,
        expand: Sequence[OrderNotePageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> AsyncPager[OrderNote]:
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
            NotFoundError: 404.
        """
        from ..models.order_note_page import OrderNotePage

        return self._pages(
            _list(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderNotePage,
            _OFFSET,
        )

    async def add(self, order_id: int, *, notes: Sequence[OrderNoteCreateInput]) -> AddedOrderNotes:
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

        return await self._json(_add(order_id, notes=notes), AddedOrderNotes)

    async def get(
        self,
        order_id: int,
        note_id: int,
        *,
        expand: Sequence[OrderNoteRelationInput] | str | None = None,
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

        return await self._json(_get(order_id, note_id, expand=expand), OrderNote)


_OFFSET = Offset("offset", items="items", total="total_items", limit="limit", page="page")


_QUERY_SEARCH = SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list(
    order_id: int,
    *,
    expand: Sequence[OrderNotePageRelationInput] | str | None,
    q: Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> Request:
    from .._runtime.expand import in_parentheses
    from .._runtime.search import write_search

    request = Request("GET", "/orders/{order_id}/notes")
    request.path("order_id", order_id)
    request.query("expand", in_parentheses(expand))
    request.query("q", write_search(q, _QUERY_SEARCH))
    request.query("limit", limit)
    request.query("offset", offset)
    request.query("page", page)
    return request


def _add(order_id: int, *, notes: Sequence[OrderNoteCreateInput]) -> Request:
    from ..inputs.order_note_create_input import ORDER_NOTE_CREATE_INPUT

    request = Request("POST", "/orders/{order_id}/notes")
    request.require(notes=notes)
    request.path("order_id", order_id)
    request.field("notes", notes, ORDER_NOTE_CREATE_INPUT)
    return request


def _get(
    order_id: int, note_id: int, *, expand: Sequence[OrderNoteRelationInput] | str | None
) -> Request:
    from .._runtime.expand import in_parentheses

    request = Request("GET", "/orders/{order_id}/notes/{note_id}")
    request.path("order_id", order_id)
    request.path("note_id", note_id)
    request.query("expand", in_parentheses(expand))
    return request

# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `orders.tasks`."""

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
    from ..inputs.order_task_page_relation_input import OrderTaskPageRelationInput
    from ..inputs.order_task_relation_input import OrderTaskRelationInput
    from ..models.order_task import OrderTask

__all__ = ["AsyncOrdersTasks", "OrdersTasks"]


class OrdersTasks(_PagingResource):
    """Calls under `orders.tasks`."""

    def list(
        self,
        order_id: int,
        *,
        expand: _Sequence[OrderTaskPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[OrderTask]:
        """List the tasks of an order.

        Gives the tasks that were filled in for the order, as links only unless `items` are
        expanded.

        `GET /orders/{order_id}/tasks`

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
        from ..models.order_task_page import OrderTaskPage

        return self._pages(
            _list_request(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderTaskPage,
            _OFFSET_PAGING,
        )

    def get(
        self,
        order_id: int,
        task_id: int,
        *,
        expand: _Sequence[OrderTaskRelationInput] | str | None = None,
    ) -> OrderTask:
        """Get a task of an order.

        The value is a boolean for tasks of type `BOOL`, text for `TEXT` and `PASSWORD`, and an
        integer for `SELECT`. The task and the user who filled it in come as links, unless they are
        expanded.

        `GET /orders/{order_id}/tasks/{task_id}`

        Args:
            order_id: Number of the order.
            task_id: Id of the task.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_task import OrderTask

        return self._json(_get_request(order_id, task_id, expand=expand), OrderTask)

    def create(self, order_id: int, task_id: int, *, value: bool | str | int) -> OrderTask:
        """Fill in a task for an order.

        The value is a boolean for tasks of type `BOOL`, text for `TEXT` and `PASSWORD`, and an
        integer for `SELECT`. To change a task that is filled in already, update it.

        `POST /orders/{order_id}/tasks/{task_id}`

        Args:
            order_id: Number of the order.
            task_id: Id of the task.
            value: Value by the task's type: a boolean for `BOOL`, text for `TEXT` and
                `PASSWORD`, an integer for `SELECT`.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_task import OrderTask

        return self._json(_create_request(order_id, task_id, value=value), OrderTask)

    def update(self, order_id: int, task_id: int, *, value: bool | str | int) -> OrderTask:
        """Change what is filled in for a task of an order.

        The value is a boolean for tasks of type `BOOL`, text for `TEXT` and `PASSWORD`, and an
        integer for `SELECT`.

        `PATCH /orders/{order_id}/tasks/{task_id}`

        Args:
            order_id: Number of the order.
            task_id: Id of the task.
            value: Value by the task's type: a boolean for `BOOL`, text for `TEXT` and
                `PASSWORD`, an integer for `SELECT`.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_task import OrderTask

        return self._json(_update_request(order_id, task_id, value=value), OrderTask)


class AsyncOrdersTasks(_AsyncPagingResource):
    """Calls under `orders.tasks`."""

    def list(
        self,
        order_id: int,
        *,
        expand: _Sequence[OrderTaskPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[OrderTask]:
        """List the tasks of an order.

        Gives the tasks that were filled in for the order, as links only unless `items` are
        expanded.

        `GET /orders/{order_id}/tasks`

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
        from ..models.order_task_page import OrderTaskPage

        return self._pages(
            _list_request(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderTaskPage,
            _OFFSET_PAGING,
        )

    async def get(
        self,
        order_id: int,
        task_id: int,
        *,
        expand: _Sequence[OrderTaskRelationInput] | str | None = None,
    ) -> OrderTask:
        """Get a task of an order.

        The value is a boolean for tasks of type `BOOL`, text for `TEXT` and `PASSWORD`, and an
        integer for `SELECT`. The task and the user who filled it in come as links, unless they are
        expanded.

        `GET /orders/{order_id}/tasks/{task_id}`

        Args:
            order_id: Number of the order.
            task_id: Id of the task.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_task import OrderTask

        return await self._json(_get_request(order_id, task_id, expand=expand), OrderTask)

    async def create(self, order_id: int, task_id: int, *, value: bool | str | int) -> OrderTask:
        """Fill in a task for an order.

        The value is a boolean for tasks of type `BOOL`, text for `TEXT` and `PASSWORD`, and an
        integer for `SELECT`. To change a task that is filled in already, update it.

        `POST /orders/{order_id}/tasks/{task_id}`

        Args:
            order_id: Number of the order.
            task_id: Id of the task.
            value: Value by the task's type: a boolean for `BOOL`, text for `TEXT` and
                `PASSWORD`, an integer for `SELECT`.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_task import OrderTask

        return await self._json(_create_request(order_id, task_id, value=value), OrderTask)

    async def update(self, order_id: int, task_id: int, *, value: bool | str | int) -> OrderTask:
        """Change what is filled in for a task of an order.

        The value is a boolean for tasks of type `BOOL`, text for `TEXT` and `PASSWORD`, and an
        integer for `SELECT`.

        `PATCH /orders/{order_id}/tasks/{task_id}`

        Args:
            order_id: Number of the order.
            task_id: Id of the task.
            value: Value by the task's type: a boolean for `BOOL`, text for `TEXT` and
                `PASSWORD`, an integer for `SELECT`.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.order_task import OrderTask

        return await self._json(_update_request(order_id, task_id, value=value), OrderTask)


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    order_id: int,
    *,
    expand: _Sequence[OrderTaskPageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/orders/{order_id}/tasks")
    _request.numbers(order_id=order_id, limit=limit, offset=offset, page=page)
    _request.path("order_id", order_id)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _get_request(
    order_id: int, task_id: int, *, expand: _Sequence[OrderTaskRelationInput] | str | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/orders/{order_id}/tasks/{task_id}")
    _request.numbers(order_id=order_id, task_id=task_id)
    _request.path("order_id", order_id)
    _request.path("task_id", task_id)
    _request.query("expand", _in_parentheses(expand))
    return _request


def _create_request(order_id: int, task_id: int, *, value: bool | str | int) -> _Request:
    _request = _Request("POST", "/orders/{order_id}/tasks/{task_id}")
    _request.require(value=value)
    _request.numbers(order_id=order_id, task_id=task_id)
    _request.path("order_id", order_id)
    _request.path("task_id", task_id)
    _request.field("value", value)
    return _request


def _update_request(order_id: int, task_id: int, *, value: bool | str | int) -> _Request:
    _request = _Request("PATCH", "/orders/{order_id}/tasks/{task_id}")
    _request.require(value=value)
    _request.numbers(order_id=order_id, task_id=task_id)
    _request.path("order_id", order_id)
    _request.path("task_id", task_id)
    _request.field("value", value)
    return _request

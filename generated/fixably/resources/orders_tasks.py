# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `orders.tasks`."""

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
    from ..inputs.order_task_page_relation_input import OrderTaskPageRelationInput
    from ..inputs.order_task_relation_input import OrderTaskRelationInput
    from ..models.order_task import OrderTask

__all__ = ["AsyncOrdersTasks", "OrdersTasks"]


class OrdersTasks(Resource):
    """Calls under `orders.tasks`."""

    def list(
        self,
        order_id: int,
        *,
        expand: Sequence[OrderTaskPageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> Pager[OrderTask]:
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
        from ..models.order_task_page import OrderTaskPage

        return self._pages(
            _list(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderTaskPage,
            _OFFSET,
        )

    def get(
        self,
        order_id: int,
        task_id: int,
        *,
        expand: Sequence[OrderTaskRelationInput] | str | None = None,
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

        return self._json(_get(order_id, task_id, expand=expand), OrderTask)

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

        return self._json(_create(order_id, task_id, value=value), OrderTask)

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

        return self._json(_update(order_id, task_id, value=value), OrderTask)


class AsyncOrdersTasks(AsyncResource):
    """Calls under `orders.tasks`."""

    def list(
        self,
        order_id: int,
        *,
        expand: Sequence[OrderTaskPageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> AsyncPager[OrderTask]:
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
        from ..models.order_task_page import OrderTaskPage

        return self._pages(
            _list(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            OrderTaskPage,
            _OFFSET,
        )

    async def get(
        self,
        order_id: int,
        task_id: int,
        *,
        expand: Sequence[OrderTaskRelationInput] | str | None = None,
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

        return await self._json(_get(order_id, task_id, expand=expand), OrderTask)

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

        return await self._json(_create(order_id, task_id, value=value), OrderTask)

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

        return await self._json(_update(order_id, task_id, value=value), OrderTask)


_OFFSET = Offset("offset", items="items", total="total_items", limit="limit", page="page")


_QUERY_SEARCH = SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list(
    order_id: int,
    *,
    expand: Sequence[OrderTaskPageRelationInput] | str | None,
    q: Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> Request:
    from .._runtime.expand import in_parentheses
    from .._runtime.search import write_search

    request = Request("GET", "/orders/{order_id}/tasks")
    request.path("order_id", order_id)
    request.query("expand", in_parentheses(expand))
    request.query("q", write_search(q, _QUERY_SEARCH))
    request.query("limit", limit)
    request.query("offset", offset)
    request.query("page", page)
    return request


def _get(
    order_id: int, task_id: int, *, expand: Sequence[OrderTaskRelationInput] | str | None
) -> Request:
    from .._runtime.expand import in_parentheses

    request = Request("GET", "/orders/{order_id}/tasks/{task_id}")
    request.path("order_id", order_id)
    request.path("task_id", task_id)
    request.query("expand", in_parentheses(expand))
    return request


def _create(order_id: int, task_id: int, *, value: bool | str | int) -> Request:
    request = Request("POST", "/orders/{order_id}/tasks/{task_id}")
    request.require(value=value)
    request.path("order_id", order_id)
    request.path("task_id", task_id)
    request.field("value", value)
    return request


def _update(order_id: int, task_id: int, *, value: bool | str | int) -> Request:
    request = Request("PATCH", "/orders/{order_id}/tasks/{task_id}")
    request.require(value=value)
    request.path("order_id", order_id)
    request.path("task_id", task_id)
    request.field("value", value)
    return request

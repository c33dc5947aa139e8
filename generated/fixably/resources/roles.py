# Generated from the description of Fixably API by specloom; edits will be lost.

"""Roles of users and customers."""

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
    from ..inputs.role_page_relation_input import RolePageRelationInput
    from ..models.role import Role

__all__ = ["AsyncRoles", "Roles"]


class Roles(Resource):
    """Roles of users and customers."""

    def list(
        self,
        *,
        expand: Sequence[RolePageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> Pager[Role]:
        """List roles.

        Gives all roles that customers and users can have. Ask for `items` to be expanded where you
        need more than their addresses.

        `GET /roles`

        Args:
            expand: What to have in full instead of as links. Takes a list of names, those of
                nested relations with dots between, or a text as the API has it.
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
        from ..models.role_page import RolePage

        return self._pages(
            _list(expand=expand, q=q, limit=limit, offset=offset, page=page), RolePage, _OFFSET
        )

    def get(self, role_id: int) -> Role:
        """Get a role.

        `GET /roles/{role_id}`

        Args:
            role_id: Id of the role.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.role import Role

        return self._json(_get(role_id), Role)


class AsyncRoles(AsyncResource):
    """Roles of users and customers."""

    def list(
        self,
        *,
        expand: Sequence[RolePageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> AsyncPager[Role]:
        """List roles.

        Gives all roles that customers and users can have. Ask for `items` to be expanded where you
        need more than their addresses.

        `GET /roles`

        Args:
            expand: What to have in full instead of as links. Takes a list of names, those of
                nested relations with dots between, or a text as the API has it.
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
        from ..models.role_page import RolePage

        return self._pages(
            _list(expand=expand, q=q, limit=limit, offset=offset, page=page), RolePage, _OFFSET
        )

    async def get(self, role_id: int) -> Role:
        """Get a role.

        `GET /roles/{role_id}`

        Args:
            role_id: Id of the role.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.role import Role

        return await self._json(_get(role_id), Role)


_OFFSET = Offset("offset", items="items", total="total_items", limit="limit", page="page")


_QUERY_SEARCH = SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list(
    *,
    expand: Sequence[RolePageRelationInput] | str | None,
    q: Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> Request:
    from .._runtime.expand import in_parentheses
    from .._runtime.search import write_search

    request = Request("GET", "/roles")
    request.query("expand", in_parentheses(expand))
    request.query("q", write_search(q, _QUERY_SEARCH))
    request.query("limit", limit)
    request.query("offset", offset)
    request.query("page", page)
    return request


def _get(role_id: int) -> Request:
    request = Request("GET", "/roles/{role_id}")
    request.path("role_id", role_id)
    return request

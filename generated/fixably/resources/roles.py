# Generated from the description of Fixably API by specloom; edits will be lost.

"""Roles of users and customers."""

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
    from ..inputs.role_page_relation_input import RolePageRelationInput
    from ..models.role import Role

__all__ = ["AsyncRoles", "Roles"]


class Roles(_PagingResource):
    """Roles of users and customers."""

    def list(
        self,
        *,
        expand: _Sequence[RolePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[Role]:
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
        from ..models.role_page import RolePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            RolePage,
            _OFFSET_PAGING,
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

        return self._json(_get_request(role_id), Role)


class AsyncRoles(_AsyncPagingResource):
    """Roles of users and customers."""

    def list(
        self,
        *,
        expand: _Sequence[RolePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[Role]:
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
        from ..models.role_page import RolePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            RolePage,
            _OFFSET_PAGING,
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

        return await self._json(_get_request(role_id), Role)


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[RolePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/roles")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _get_request(role_id: int) -> _Request:
    _request = _Request("GET", "/roles/{role_id}")
    _request.numbers(role_id=role_id)
    _request.path("role_id", role_id)
    return _request

# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `manifests.lines`."""

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
    from ..inputs.manifest_line_page_relation_input import ManifestLinePageRelationInput
    from ..models.manifest_line import ManifestLine

__all__ = ["AsyncManifestsLines", "ManifestsLines"]


class ManifestsLines(_PagingResource):
    """Calls under `manifests.lines`."""

    def list(
        self,
        manifest_id: int,
        *,
        expand: _Sequence[ManifestLinePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[ManifestLine]:
        """List the lines of a manifest.

        Gives links only, unless `items` are expanded.

        `GET /manifests/{manifest_id}/lines`

        Args:
            manifest_id: Id of the manifest.
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
        from ..models.manifest_line_page import ManifestLinePage

        return self._pages(
            _list_request(manifest_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            ManifestLinePage,
            _OFFSET_PAGING,
        )

    def get(self, manifest_id: int, line_id: int) -> ManifestLine:
        """Get a line of a manifest.

        `GET /manifests/{manifest_id}/lines/{line_id}`

        Args:
            manifest_id: Id of the manifest.
            line_id: Id of the line.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.manifest_line import ManifestLine

        return self._json(_get_request(manifest_id, line_id), ManifestLine)


class AsyncManifestsLines(_AsyncPagingResource):
    """Calls under `manifests.lines`."""

    def list(
        self,
        manifest_id: int,
        *,
        expand: _Sequence[ManifestLinePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[ManifestLine]:
        """List the lines of a manifest.

        Gives links only, unless `items` are expanded.

        `GET /manifests/{manifest_id}/lines`

        Args:
            manifest_id: Id of the manifest.
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
        from ..models.manifest_line_page import ManifestLinePage

        return self._pages(
            _list_request(manifest_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            ManifestLinePage,
            _OFFSET_PAGING,
        )

    async def get(self, manifest_id: int, line_id: int) -> ManifestLine:
        """Get a line of a manifest.

        `GET /manifests/{manifest_id}/lines/{line_id}`

        Args:
            manifest_id: Id of the manifest.
            line_id: Id of the line.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.manifest_line import ManifestLine

        return await self._json(_get_request(manifest_id, line_id), ManifestLine)


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    manifest_id: int,
    *,
    expand: _Sequence[ManifestLinePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/manifests/{manifest_id}/lines")
    _request.numbers(manifest_id=manifest_id, limit=limit, offset=offset, page=page)
    _request.path("manifest_id", manifest_id)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _get_request(manifest_id: int, line_id: int) -> _Request:
    _request = _Request("GET", "/manifests/{manifest_id}/lines/{line_id}")
    _request.numbers(manifest_id=manifest_id, line_id=line_id)
    _request.path("manifest_id", manifest_id)
    _request.path("line_id", line_id)
    return _request

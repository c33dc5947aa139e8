# Generated from the description of Fixably API by specloom; edits will be lost.

"""Announced deliveries of devices to a service location."""

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
    from ..inputs.id_reference_input import IdReferenceInput
    from ..inputs.manifest_line_create_input import ManifestLineCreateInput
    from ..inputs.manifest_line_update_input import ManifestLineUpdateInput
    from ..inputs.manifest_page_relation_input import ManifestPageRelationInput
    from ..inputs.manifest_relation_input import ManifestRelationInput
    from ..models.manifest import Manifest
    from .manifests_lines import AsyncManifestsLines, ManifestsLines

__all__ = ["AsyncManifests", "Manifests"]


class Manifests(_PagingResource):
    """Announced deliveries of devices to a service location."""

    @_cached_property
    def lines(self) -> ManifestsLines:
        """Calls under `manifests.lines`."""
        from .manifests_lines import ManifestsLines

        return ManifestsLines(self._session)

    def list(
        self,
        *,
        expand: _Sequence[ManifestPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[Manifest]:
        """List manifests.

        Gives links only, unless `items` are expanded.

        `GET /manifests`

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
        from ..models.manifest_page import ManifestPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            ManifestPage,
            _OFFSET_PAGING,
        )

    def create(
        self,
        *,
        location: IdReferenceInput,
        customer: IdReferenceInput,
        lines: _Sequence[ManifestLineCreateInput],
        number: str | _Unset = _UNSET,
        reference: str | _Unset = _UNSET,
        tracking_number: str | _Unset = _UNSET,
        comments: str | _Unset = _UNSET,
    ) -> Manifest:
        """Create a manifest.

        Announces devices of a customer to a location. Each line needs a `serial`, an `imei` or a
        `model`; with a `serial`, it needs a `brand` too.

        `POST /manifests`

        Args:
            location: Service location that the devices come to.
            customer: Customer whose devices they are.
            lines: The devices.
            number: Number of the manifest.
            reference: Reference of the manifest.
            tracking_number: Tracking number of the delivery.
            comments: Comments on the manifest.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.manifest import Manifest

        return self._json(
            _create_request(
                location=location,
                customer=customer,
                lines=lines,
                number=number,
                reference=reference,
                tracking_number=tracking_number,
                comments=comments,
            ),
            Manifest,
        )

    def get(
        self, manifest_id: int, *, expand: _Sequence[ManifestRelationInput] | str | None = None
    ) -> Manifest:
        """Get a manifest.

        The customer, the location and the lines come as links, unless they are expanded.

        `GET /manifests/{manifest_id}`

        Args:
            manifest_id: Id of the manifest.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.manifest import Manifest

        return self._json(_get_request(manifest_id, expand=expand), Manifest)

    def update(
        self,
        manifest_id: int,
        *,
        reference: str | _Unset = _UNSET,
        tracking_number: str | _Unset = _UNSET,
        comments: str | _Unset = _UNSET,
        location: IdReferenceInput | _Unset = _UNSET,
        customer: IdReferenceInput | _Unset = _UNSET,
        lines: _Sequence[ManifestLineUpdateInput] | _Unset = _UNSET,
    ) -> Manifest | None:
        """Update a manifest.

        Send what changes. The tracking number, the customer and the location can be changed only as
        long as no line has been processed, and lines only if they have not been processed
        themselves.

        `PATCH /manifests/{manifest_id}`

        Args:
            manifest_id: Id of the manifest.
            reference: Reference of the manifest.
            tracking_number: Tracking number of the delivery. Can be changed only as long as no
                line has been processed.
            comments: Comments on the manifest.
            location: Service location that the devices come to. Can be changed only as long as
                no line has been processed.
            customer: Customer whose devices they are. Can be changed only as long as no line
                has been processed.
            lines: Lines to be changed. Only lines that have not been processed can be.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.manifest import Manifest

        return self._json(
            _update_request(
                manifest_id,
                reference=reference,
                tracking_number=tracking_number,
                comments=comments,
                location=location,
                customer=customer,
                lines=lines,
            ),
            Manifest,
        )


class AsyncManifests(_AsyncPagingResource):
    """Announced deliveries of devices to a service location."""

    @_cached_property
    def lines(self) -> AsyncManifestsLines:
        """Calls under `manifests.lines`."""
        from .manifests_lines import AsyncManifestsLines

        return AsyncManifestsLines(self._session)

    def list(
        self,
        *,
        expand: _Sequence[ManifestPageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[Manifest]:
        """List manifests.

        Gives links only, unless `items` are expanded.

        `GET /manifests`

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
        from ..models.manifest_page import ManifestPage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            ManifestPage,
            _OFFSET_PAGING,
        )

    async def create(
        self,
        *,
        location: IdReferenceInput,
        customer: IdReferenceInput,
        lines: _Sequence[ManifestLineCreateInput],
        number: str | _Unset = _UNSET,
        reference: str | _Unset = _UNSET,
        tracking_number: str | _Unset = _UNSET,
        comments: str | _Unset = _UNSET,
    ) -> Manifest:
        """Create a manifest.

        Announces devices of a customer to a location. Each line needs a `serial`, an `imei` or a
        `model`; with a `serial`, it needs a `brand` too.

        `POST /manifests`

        Args:
            location: Service location that the devices come to.
            customer: Customer whose devices they are.
            lines: The devices.
            number: Number of the manifest.
            reference: Reference of the manifest.
            tracking_number: Tracking number of the delivery.
            comments: Comments on the manifest.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.manifest import Manifest

        return await self._json(
            _create_request(
                location=location,
                customer=customer,
                lines=lines,
                number=number,
                reference=reference,
                tracking_number=tracking_number,
                comments=comments,
            ),
            Manifest,
        )

    async def get(
        self, manifest_id: int, *, expand: _Sequence[ManifestRelationInput] | str | None = None
    ) -> Manifest:
        """Get a manifest.

        The customer, the location and the lines come as links, unless they are expanded.

        `GET /manifests/{manifest_id}`

        Args:
            manifest_id: Id of the manifest.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.manifest import Manifest

        return await self._json(_get_request(manifest_id, expand=expand), Manifest)

    async def update(
        self,
        manifest_id: int,
        *,
        reference: str | _Unset = _UNSET,
        tracking_number: str | _Unset = _UNSET,
        comments: str | _Unset = _UNSET,
        location: IdReferenceInput | _Unset = _UNSET,
        customer: IdReferenceInput | _Unset = _UNSET,
        lines: _Sequence[ManifestLineUpdateInput] | _Unset = _UNSET,
    ) -> Manifest | None:
        """Update a manifest.

        Send what changes. The tracking number, the customer and the location can be changed only as
        long as no line has been processed, and lines only if they have not been processed
        themselves.

        `PATCH /manifests/{manifest_id}`

        Args:
            manifest_id: Id of the manifest.
            reference: Reference of the manifest.
            tracking_number: Tracking number of the delivery. Can be changed only as long as no
                line has been processed.
            comments: Comments on the manifest.
            location: Service location that the devices come to. Can be changed only as long as
                no line has been processed.
            customer: Customer whose devices they are. Can be changed only as long as no line
                has been processed.
            lines: Lines to be changed. Only lines that have not been processed can be.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.manifest import Manifest

        return await self._json(
            _update_request(
                manifest_id,
                reference=reference,
                tracking_number=tracking_number,
                comments=comments,
                location=location,
                customer=customer,
                lines=lines,
            ),
            Manifest,
        )


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[ManifestPageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/manifests")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_request(
    *,
    location: IdReferenceInput,
    customer: IdReferenceInput,
    lines: _Sequence[ManifestLineCreateInput],
    number: str | _Unset,
    reference: str | _Unset,
    tracking_number: str | _Unset,
    comments: str | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT
    from ..inputs.manifest_line_create_input import MANIFEST_LINE_CREATE_INPUT

    _request = _Request("POST", "/manifests")
    _request.require(location=location, customer=customer, lines=lines)
    _request.field("number", number)
    _request.field("reference", reference)
    _request.field("trackingNumber", tracking_number)
    _request.field("comments", comments)
    _request.field("location", location, ID_REFERENCE_INPUT)
    _request.field("customer", customer, ID_REFERENCE_INPUT)
    _request.field("lines", lines, _Items(MANIFEST_LINE_CREATE_INPUT))
    return _request


def _get_request(
    manifest_id: int, *, expand: _Sequence[ManifestRelationInput] | str | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/manifests/{manifest_id}")
    _request.numbers(manifest_id=manifest_id)
    _request.path("manifest_id", manifest_id)
    _request.query("expand", _in_parentheses(expand))
    return _request


def _update_request(
    manifest_id: int,
    *,
    reference: str | _Unset,
    tracking_number: str | _Unset,
    comments: str | _Unset,
    location: IdReferenceInput | _Unset,
    customer: IdReferenceInput | _Unset,
    lines: _Sequence[ManifestLineUpdateInput] | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT
    from ..inputs.manifest_line_update_input import MANIFEST_LINE_UPDATE_INPUT

    _request = _Request("PATCH", "/manifests/{manifest_id}", may_be_empty=True)
    _request.numbers(manifest_id=manifest_id)
    _request.path("manifest_id", manifest_id)
    _request.field("reference", reference)
    _request.field("trackingNumber", tracking_number)
    _request.field("comments", comments)
    _request.field("location", location, ID_REFERENCE_INPUT)
    _request.field("customer", customer, ID_REFERENCE_INPUT)
    _request.field("lines", lines, _Items(MANIFEST_LINE_UPDATE_INPUT))
    return _request

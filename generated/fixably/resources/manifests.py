# Generated from the description of Fixably API by specloom; edits will be lost.

"""Announced deliveries of devices to a service location."""

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
    from ..inputs.id_reference_input import IdReferenceInput
    from ..inputs.manifest_line_create_input import ManifestLineCreateInput
    from ..inputs.manifest_line_update_input import ManifestLineUpdateInput
    from ..inputs.manifest_page_relation_input import ManifestPageRelationInput
    from ..inputs.manifest_relation_input import ManifestRelationInput
    from ..models.manifest import Manifest
    from .manifests_lines import AsyncManifestsLines, ManifestsLines

__all__ = ["AsyncManifests", "Manifests"]


class Manifests(Resource):
    """Announced deliveries of devices to a service location."""

    @cached_property
    def lines(self) -> ManifestsLines:
        """Calls under `manifests.lines`."""
        from .manifests_lines import ManifestsLines

        return ManifestsLines(self._session)

    def list(
        self,
        *,
        expand: Sequence[ManifestPageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> Pager[Manifest]:
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
        from ..models.manifest_page import ManifestPage

        return self._pages(
            _list(expand=expand, q=q, limit=limit, offset=offset, page=page), ManifestPage, _OFFSET
        )

    def create(
        self,
        *,
        location: IdReferenceInput,
        customer: IdReferenceInput,
        lines: Sequence[ManifestLineCreateInput],
        number: str | None = None,
        reference: str | None = None,
        tracking_number: str | None = None,
        comments: str | None = None,
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
            _create(
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
        self, manifest_id: int, *, expand: Sequence[ManifestRelationInput] | str | None = None
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

        return self._json(_get(manifest_id, expand=expand), Manifest)

    def update(
        self,
        manifest_id: int,
        *,
        reference: str | None = None,
        tracking_number: str | None = None,
        comments: str | None = None,
        location: IdReferenceInput | None = None,
        customer: IdReferenceInput | None = None,
        lines: Sequence[ManifestLineUpdateInput] | None = None,
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

        return self._json_or_none(
            _update(
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


class AsyncManifests(AsyncResource):
    """Announced deliveries of devices to a service location."""

    @cached_property
    def lines(self) -> AsyncManifestsLines:
        """Calls under `manifests.lines`."""
        from .manifests_lines import AsyncManifestsLines

        return AsyncManifestsLines(self._session)

    def list(
        self,
        *,
        expand: Sequence[ManifestPageRelationInput] | str | None = None,
        q: Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> AsyncPager[Manifest]:
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
        from ..models.manifest_page import ManifestPage

        return self._pages(
            _list(expand=expand, q=q, limit=limit, offset=offset, page=page), ManifestPage, _OFFSET
        )

    async def create(
        self,
        *,
        location: IdReferenceInput,
        customer: IdReferenceInput,
        lines: Sequence[ManifestLineCreateInput],
        number: str | None = None,
        reference: str | None = None,
        tracking_number: str | None = None,
        comments: str | None = None,
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
            _create(
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
        self, manifest_id: int, *, expand: Sequence[ManifestRelationInput] | str | None = None
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

        return await self._json(_get(manifest_id, expand=expand), Manifest)

    async def update(
        self,
        manifest_id: int,
        *,
        reference: str | None = None,
        tracking_number: str | None = None,
        comments: str | None = None,
        location: IdReferenceInput | None = None,
        customer: IdReferenceInput | None = None,
        lines: Sequence[ManifestLineUpdateInput] | None = None,
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

        return await self._json_or_none(
            _update(
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


_OFFSET = Offset("offset", items="items", total="total_items", limit="limit", page="page")


_QUERY_SEARCH = SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list(
    *,
    expand: Sequence[ManifestPageRelationInput] | str | None,
    q: Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> Request:
    from .._runtime.expand import in_parentheses
    from .._runtime.search import write_search

    request = Request("GET", "/manifests")
    request.query("expand", in_parentheses(expand))
    request.query("q", write_search(q, _QUERY_SEARCH))
    request.query("limit", limit)
    request.query("offset", offset)
    request.query("page", page)
    return request


def _create(
    *,
    location: IdReferenceInput,
    customer: IdReferenceInput,
    lines: Sequence[ManifestLineCreateInput],
    number: str | None,
    reference: str | None,
    tracking_number: str | None,
    comments: str | None,
) -> Request:
    request = Request("POST", "/manifests")
    request.require(location=location, customer=customer, lines=lines)
    request.field("number", number)
    request.field("reference", reference)
    request.field("trackingNumber", tracking_number)
    request.field("comments", comments)
    request.field("location", location)
    request.field("customer", customer)
    request.field("lines", lines)
    return request


def _get(manifest_id: int, *, expand: Sequence[ManifestRelationInput] | str | None) -> Request:
    from .._runtime.expand import in_parentheses

    request = Request("GET", "/manifests/{manifest_id}")
    request.path("manifest_id", manifest_id)
    request.query("expand", in_parentheses(expand))
    return request


def _update(
    manifest_id: int,
    *,
    reference: str | None,
    tracking_number: str | None,
    comments: str | None,
    location: IdReferenceInput | None,
    customer: IdReferenceInput | None,
    lines: Sequence[ManifestLineUpdateInput] | None,
) -> Request:
    request = Request("PATCH", "/manifests/{manifest_id}")
    request.path("manifest_id", manifest_id)
    request.field("reference", reference)
    request.field("trackingNumber", tracking_number)
    request.field("comments", comments)
    request.field("location", location)
    request.field("customer", customer)
    request.field("lines", lines)
    return request

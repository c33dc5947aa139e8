# Generated from the description of Fixably API by specloom; edits will be lost.

"""What a repair may cost, in options from which the customer chooses."""

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
    from ..inputs.cost_estimate_page_relation_input import CostEstimatePageRelationInput
    from ..inputs.cost_estimate_relation_input import CostEstimateRelationInput
    from ..inputs.id_reference_input import IdReferenceInput
    from ..models.cost_estimate import CostEstimate

__all__ = ["AsyncCostEstimates", "CostEstimates"]


class CostEstimates(_PagingResource):
    """What a repair may cost, in options from which the customer chooses."""

    def list(
        self,
        *,
        expand: _Sequence[CostEstimatePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[CostEstimate]:
        """List cost estimates.

        Gives links only, unless `items` are expanded.

        `GET /cost-estimates`

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
        from ..models.cost_estimate_page import CostEstimatePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            CostEstimatePage,
            _OFFSET_PAGING,
        )

    def get(
        self,
        cost_estimate_id: int,
        *,
        expand: _Sequence[CostEstimateRelationInput] | str | None = None,
    ) -> CostEstimate:
        """Get a cost estimate.

        The order and the options come as links, unless they are expanded.

        `GET /cost-estimates/{cost_estimate_id}`

        Args:
            cost_estimate_id: Id of the cost estimate.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.cost_estimate import CostEstimate

        return self._json(_get_request(cost_estimate_id, expand=expand), CostEstimate)

    def select(self, cost_estimate_id: int, *, option: IdReferenceInput) -> None:
        """Select an option of a cost estimate.

        Records the option as the one that the customer chose. The options are linked from the cost
        estimate.

        `POST /cost-estimates/{cost_estimate_id}/select`

        Args:
            cost_estimate_id: Id of the cost estimate.
            option: The chosen option.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        self._nothing(_select_request(cost_estimate_id, option=option))


class AsyncCostEstimates(_AsyncPagingResource):
    """What a repair may cost, in options from which the customer chooses."""

    def list(
        self,
        *,
        expand: _Sequence[CostEstimatePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[CostEstimate]:
        """List cost estimates.

        Gives links only, unless `items` are expanded.

        `GET /cost-estimates`

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
        from ..models.cost_estimate_page import CostEstimatePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            CostEstimatePage,
            _OFFSET_PAGING,
        )

    async def get(
        self,
        cost_estimate_id: int,
        *,
        expand: _Sequence[CostEstimateRelationInput] | str | None = None,
    ) -> CostEstimate:
        """Get a cost estimate.

        The order and the options come as links, unless they are expanded.

        `GET /cost-estimates/{cost_estimate_id}`

        Args:
            cost_estimate_id: Id of the cost estimate.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.cost_estimate import CostEstimate

        return await self._json(_get_request(cost_estimate_id, expand=expand), CostEstimate)

    async def select(self, cost_estimate_id: int, *, option: IdReferenceInput) -> None:
        """Select an option of a cost estimate.

        Records the option as the one that the customer chose. The options are linked from the cost
        estimate.

        `POST /cost-estimates/{cost_estimate_id}/select`

        Args:
            cost_estimate_id: Id of the cost estimate.
            option: The chosen option.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        await self._nothing(_select_request(cost_estimate_id, option=option))


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[CostEstimatePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/cost-estimates")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _get_request(
    cost_estimate_id: int, *, expand: _Sequence[CostEstimateRelationInput] | str | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/cost-estimates/{cost_estimate_id}")
    _request.numbers(cost_estimate_id=cost_estimate_id)
    _request.path("cost_estimate_id", cost_estimate_id)
    _request.query("expand", _in_parentheses(expand))
    return _request


def _select_request(cost_estimate_id: int, *, option: IdReferenceInput) -> _Request:
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT

    _request = _Request("POST", "/cost-estimates/{cost_estimate_id}/select")
    _request.require(option=option)
    _request.numbers(cost_estimate_id=cost_estimate_id)
    _request.path("cost_estimate_id", cost_estimate_id)
    _request.field("option", option, ID_REFERENCE_INPUT)
    return _request

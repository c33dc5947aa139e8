# Generated from the description of Stock by specloom; edits will be lost.

"""Calls under `stock`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping, Sequence as _Sequence

    from .._runtime.unset import Unset as _Unset
    from ..inputs.annotate_body_input import AnnotateBodyInput
    from ..inputs.stock_update_input import StockUpdateInput

__all__ = ["AsyncStockResource", "StockResource"]


class StockResource(_Resource):
    """Calls under `stock`."""

    def replace_all(self, *, body: _Sequence[StockUpdateInput]) -> None:
        """Call `POST /stock`.

        Args:
            body: Everything there is.
        """
        self._nothing(_replace_all_request(body=body))

    def set_levels(self, *, body: _Mapping[str, int] | _Unset = _UNSET) -> None:
        """Call `PUT /stock`.

        Args:
            body: The body.
        """
        self._nothing(_set_levels_request(body=body))

    def maybe_update(self, *, body: StockUpdateInput | _Unset = _UNSET) -> None:
        """Call `PATCH /stock`.

        A body that may be left out, but has members that may not.

        Args:
            body: The body.
        """
        self._nothing(_maybe_update_request(body=body))

    def annotate(self, sku: str, *, body: AnnotateBodyInput) -> None:
        """Call `POST /stock/{sku}`.

        The body has a member of the same name as a parameter.

        Args:
            sku: The path parameter `sku`.
            body: The body.
        """
        self._nothing(_annotate_request(sku, body=body))


class AsyncStockResource(_AsyncResource):
    """Calls under `stock`."""

    async def replace_all(self, *, body: _Sequence[StockUpdateInput]) -> None:
        """Call `POST /stock`.

        Args:
            body: Everything there is.
        """
        await self._nothing(_replace_all_request(body=body))

    async def set_levels(self, *, body: _Mapping[str, int] | _Unset = _UNSET) -> None:
        """Call `PUT /stock`.

        Args:
            body: The body.
        """
        await self._nothing(_set_levels_request(body=body))

    async def maybe_update(self, *, body: StockUpdateInput | _Unset = _UNSET) -> None:
        """Call `PATCH /stock`.

        A body that may be left out, but has members that may not.

        Args:
            body: The body.
        """
        await self._nothing(_maybe_update_request(body=body))

    async def annotate(self, sku: str, *, body: AnnotateBodyInput) -> None:
        """Call `POST /stock/{sku}`.

        The body has a member of the same name as a parameter.

        Args:
            sku: The path parameter `sku`.
            body: The body.
        """
        await self._nothing(_annotate_request(sku, body=body))


def _replace_all_request(*, body: _Sequence[StockUpdateInput]) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.stock_update_input import STOCK_UPDATE_INPUT

    _request = _Request("POST", "/stock")
    _request.require(body=body)
    _request.json(body, _Items(STOCK_UPDATE_INPUT))
    return _request


def _set_levels_request(*, body: _Mapping[str, int] | _Unset) -> _Request:
    from .._runtime.features.shapes import Shape as _Shape

    _request = _Request("PUT", "/stock")
    _request.numbers(body=body)
    _request.json(body, _Shape(full=True))
    return _request


def _maybe_update_request(*, body: StockUpdateInput | _Unset) -> _Request:
    from ..inputs.stock_update_input import STOCK_UPDATE_INPUT

    _request = _Request("PATCH", "/stock")
    _request.json(body, STOCK_UPDATE_INPUT)
    return _request


def _annotate_request(sku: str, *, body: AnnotateBodyInput) -> _Request:
    from ..inputs.annotate_body_input import ANNOTATE_BODY_INPUT

    _request = _Request("POST", "/stock/{sku}")
    _request.require(body=body)
    _request.path("sku", sku)
    _request.json(body, ANNOTATE_BODY_INPUT)
    return _request

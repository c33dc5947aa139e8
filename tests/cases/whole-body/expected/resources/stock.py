# Generated from the description of Stock by specloom; edits will be lost.

"""Calls under `stock`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..inputs.annotate_body_input import AnnotateBodyInput
    from ..inputs.stock_update_input import StockUpdateInput

__all__ = ["AsyncStockResource", "StockResource"]


class StockResource(Resource):
    """Calls under `stock`."""

    def replace_all(self, *, body: Sequence[StockUpdateInput]) -> None:
        """Call `POST /stock`.

        Args:
            body: Everything there is.
        """
        self._nothing(_replace_all(body=body))

    def set_levels(self, *, body: Mapping[str, int] | None = None) -> None:
        """Call `PUT /stock`.

        Args:
            body: The body.
        """
        self._nothing(_set_levels(body=body))

    def maybe_update(self, *, body: StockUpdateInput | None = None) -> None:
        """Call `PATCH /stock`.

        A body that may be left out, but has members that may not.

        Args:
            body: The body.
        """
        self._nothing(_maybe_update(body=body))

    def annotate(self, sku: str, *, body: AnnotateBodyInput) -> None:
        """Call `POST /stock/{sku}`.

        The body has a member of the same name as a parameter.

        Args:
            sku: The path parameter `sku`.
            body: The body.
        """
        self._nothing(_annotate(sku, body=body))


class AsyncStockResource(AsyncResource):
    """Calls under `stock`."""

    async def replace_all(self, *, body: Sequence[StockUpdateInput]) -> None:
        """Call `POST /stock`.

        Args:
            body: Everything there is.
        """
        await self._nothing(_replace_all(body=body))

    async def set_levels(self, *, body: Mapping[str, int] | None = None) -> None:
        """Call `PUT /stock`.

        Args:
            body: The body.
        """
        await self._nothing(_set_levels(body=body))

    async def maybe_update(self, *, body: StockUpdateInput | None = None) -> None:
        """Call `PATCH /stock`.

        A body that may be left out, but has members that may not.

        Args:
            body: The body.
        """
        await self._nothing(_maybe_update(body=body))

    async def annotate(self, sku: str, *, body: AnnotateBodyInput) -> None:
        """Call `POST /stock/{sku}`.

        The body has a member of the same name as a parameter.

        Args:
            sku: The path parameter `sku`.
            body: The body.
        """
        await self._nothing(_annotate(sku, body=body))


def _replace_all(*, body: Sequence[StockUpdateInput]) -> Request:
    from ..inputs.stock_update_input import STOCK_UPDATE_INPUT

    request = Request("POST", "/stock")
    request.require(body=body)
    request.json(body, STOCK_UPDATE_INPUT)
    return request


def _set_levels(*, body: Mapping[str, int] | None) -> Request:
    request = Request("PUT", "/stock")
    request.json(body)
    return request


def _maybe_update(*, body: StockUpdateInput | None) -> Request:
    from ..inputs.stock_update_input import STOCK_UPDATE_INPUT

    request = Request("PATCH", "/stock")
    request.json(body, STOCK_UPDATE_INPUT)
    return request


def _annotate(sku: str, *, body: AnnotateBodyInput) -> Request:
    request = Request("POST", "/stock/{sku}")
    request.require(body=body)
    request.path("sku", sku)
    request.json(body)
    return request

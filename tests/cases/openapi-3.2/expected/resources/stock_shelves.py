# Generated from the description of Depot by specloom; edits will be lost.

"""Where it lies"""

from __future__ import annotations

from .._runtime.features.exact_methods import ExactMethod as _ExactMethod
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

__all__ = ["AsyncStockShelves", "StockShelves"]


class StockShelves(_Resource):
    """Where it lies"""

    def copy_shelf(self) -> None:
        """Call `COPY /shelves`."""
        self._nothing(_copy_shelf_request())

    def notify_shelf(self) -> None:
        """Call `notify /shelves`."""
        self._nothing(_notify_shelf_request())


class AsyncStockShelves(_AsyncResource):
    """Where it lies"""

    async def copy_shelf(self) -> None:
        """Call `COPY /shelves`."""
        await self._nothing(_copy_shelf_request())

    async def notify_shelf(self) -> None:
        """Call `notify /shelves`."""
        await self._nothing(_notify_shelf_request())


def _copy_shelf_request() -> _Request:
    _request = _Request("COPY", "/shelves", idempotent=True)
    return _request


def _notify_shelf_request() -> _Request:
    _request = _Request(_ExactMethod("notify"), "/shelves")
    return _request

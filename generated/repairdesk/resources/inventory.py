# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Accessories that the shop sells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.inventory_list import InventoryList

__all__ = ["AsyncInventory", "Inventory"]


class Inventory(_Resource):
    """Accessories that the shop sells."""

    def list(self) -> InventoryList:
        """List accessories.

        Gives all accessories, their prices and their taxes, to be sold on an invoice.

        `GET /inventory`
        """
        from ..models.inventory_list import InventoryList

        return self._json(_list_request(), InventoryList)


class AsyncInventory(_AsyncResource):
    """Accessories that the shop sells."""

    async def list(self) -> InventoryList:
        """List accessories.

        Gives all accessories, their prices and their taxes, to be sold on an invoice.

        `GET /inventory`
        """
        from ..models.inventory_list import InventoryList

        return await self._json(_list_request(), InventoryList)


def _list_request() -> _Request:
    _request = _Request("GET", "/inventory", listing=True)
    return _request

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Accessories that the shop sells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models.inventory_list import InventoryList

__all__ = ["AsyncInventory", "Inventory"]


class Inventory(Resource):
    """Accessories that the shop sells."""

    def list(self) -> InventoryList:
        """List accessories.

        Gives all accessories with price, tax and tax class, to be sold on an invoice.

        `GET /inventory`
        """
        from ..models.inventory_list import InventoryList

        return self._json(_list(), InventoryList)


class AsyncInventory(AsyncResource):
    """Accessories that the shop sells."""

    async def list(self) -> InventoryList:
        """List accessories.

        Gives all accessories with price, tax and tax class, to be sold on an invoice.

        `GET /inventory`
        """
        from ..models.inventory_list import InventoryList

        return await self._json(_list(), InventoryList)


def _list() -> Request:
    request = Request("GET", "/inventory", listing=True)
    return request

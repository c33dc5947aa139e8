# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InventoryListData`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.model import Model
from .pagination import Pagination

__all__ = ["InventoryListData"]


class InventoryListData(Model):
    """Accessories and how many there are."""

    inventory_list_data: Annotated[
        list[dict[str, Any]] | None, Field(alias="inventoryListData")
    ] = None
    """The accessories, each with price, tax and tax class; the names of their members are not
    documented.
    """

    pagination: Pagination | None = None
    """Where this page stands."""

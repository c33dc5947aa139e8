# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InventoryListData`."""

from __future__ import annotations

from typing import Annotated as _Annotated, Any as _Any

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .pagination import Pagination

__all__ = ["InventoryListData"]


class InventoryListData(_Model):
    """Accessories and how many there are."""

    inventory_list_data: _Annotated[
        list[dict[str, _Any]] | None, _Field(alias="inventoryListData")
    ] = None
    """The accessories with their prices and taxes; the names of their members are not documented."""

    pagination: Pagination | None = None
    """Where this page stands."""

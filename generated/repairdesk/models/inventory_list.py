# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InventoryList`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.model import Model
from .inventory_list_data import InventoryListData

__all__ = ["InventoryList"]


class InventoryList(Model):
    """Accessories."""

    success: bool | None = None
    """Whether the call worked; a good HTTP status does not tell."""

    status_code: Annotated[int | str | None, Field(alias="statusCode")] = None
    """RepairDesk's own code of how it went."""

    message: str | None = None
    """How it went, for people."""

    data: InventoryListData | list[dict[str, Any]] | None = None
    """The accessories, in an object or as an array."""

# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Stock`."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Stock"]


class Stock(Model):
    """A place where a product is kept."""

    stock_id: Annotated[UUID | None, Field(alias="stockId")] = None
    """Id of the stock, for order items."""

    name: str | None = None
    """Name of the stock."""

    quantity: int | None = None
    """How many are there."""

    additional_cost: Annotated[float | None, Field(alias="additionalCost")] = None
    """What ordering from this stock costs on top."""

# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Stock`."""

from __future__ import annotations

from typing import Annotated as _Annotated
from uuid import UUID as _UUID

from pydantic import Field as _Field

from .._runtime.features.decimal_numbers import DecimalNumber as _DecimalNumber
from .._runtime.model import Model as _Model

__all__ = ["Stock"]


class Stock(_Model):
    """A place where a product is kept."""

    stock_id: _Annotated[_UUID | None, _Field(alias="stockId")] = None
    """Id of the stock, for order items."""

    name: str | None = None
    """Name of the stock."""

    quantity: int | None = None
    """How many are there."""

    additional_cost: _Annotated[_DecimalNumber | None, _Field(alias="additionalCost")] = None
    """What ordering from this stock costs on top."""

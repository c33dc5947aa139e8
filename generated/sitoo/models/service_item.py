# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceItem`."""

from __future__ import annotations

from decimal import Decimal as _Decimal
from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["ServiceItem"]


class ServiceItem(_Model):
    """One service to be done on the product."""

    sku: str
    """Stock keeping unit of the service."""

    name: str
    """Name of the service."""

    quantity: int
    """How many times it is done."""

    unit_price: _Decimal | None = None
    """Price of one unit with VAT, always with two decimals."""

    cost_share: _Annotated[float | None, _Field(ge=0, le=100)] = None
    """How much of the total price the customer pays, in percent."""

    note: str | None
    """What to know about doing it. It has to be there, but may be null or empty."""

# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceItemInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.decimals import decimal_text as _decimal_text
from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from decimal import Decimal as _Decimal
    from typing import NotRequired as _NotRequired

__all__ = ["ServiceItemInput"]


class ServiceItemInput(_TypedDict):
    """One service to be done on the product."""

    sku: str
    """Stock keeping unit of the service."""

    name: str
    """Name of the service."""

    quantity: int
    """How many times it is done."""

    unit_price: _NotRequired[_Decimal | int | str | None]
    """Price of one unit with VAT, always with two decimals."""

    cost_share: _NotRequired[float | None]
    """How much of the total price the customer pays, in percent."""

    note: str | None
    """What to know about doing it. It has to be there, but may be null or empty."""


SERVICE_ITEM_INPUT: _Shape = _Shape(
    nested=lambda: {"unit_price": _decimal_text(2)},
    given=["sku", "name", "quantity"],
    numbers=["quantity", "unit_price", "cost_share"],
)

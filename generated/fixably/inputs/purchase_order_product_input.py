# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrderProductInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from decimal import Decimal as _Decimal

__all__ = ["PurchaseOrderProductInput"]


class PurchaseOrderProductInput(_TypedDict):
    """A product to be ordered from a supplier."""

    id: int
    """Id of the product."""

    quantity: _Decimal | int | str
    """How many to order."""

    price: _Decimal | int | str
    """Price of the product with tax."""


PURCHASE_ORDER_PRODUCT_INPUT: _Shape = _Shape(
    nested=lambda: {"quantity": _DECIMAL_TEXT, "price": _DECIMAL_TEXT},
    given=["id", "quantity", "price"],
    numbers=["id", "quantity", "price"],
)

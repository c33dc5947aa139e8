# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrderProductInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

if TYPE_CHECKING:
    from decimal import Decimal as _Decimal

__all__ = ["PurchaseOrderProductInput"]


class PurchaseOrderProductInput(_TypedDict):
    """A product to be ordered from a supplier."""

    id: int
    """Id of the product."""

    quantity: _Decimal | str
    """How many to order."""

    price: _Decimal | str
    """Price of the product with tax."""

# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`OrderItemCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.decimals import DECIMAL_NUMBER as _DECIMAL_NUMBER
from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from decimal import Decimal as _Decimal
    from typing import NotRequired as _NotRequired
    from uuid import UUID as _UUID

__all__ = ["OrderItemCreateInput"]


class OrderItemCreateInput(_TypedDict):
    """One product to be ordered."""

    sku: _NotRequired[str]
    """Stock keeping unit of the product."""

    quantity: _NotRequired[int]
    """How many."""

    price: _NotRequired[_Decimal | float]
    """Price of one piece."""

    partner_reference: _NotRequired[str]
    """The partner's own reference of the item."""

    stock_id: _NotRequired[_UUID | str]
    """Id of the product's stock to take it from."""


ORDER_ITEM_CREATE_INPUT: _Shape = _Shape(
    {"partner_reference": "partnerReference", "stock_id": "stockId"},
    lambda: {"price": _DECIMAL_NUMBER},
    given=["sku", "quantity", "price", "partner_reference", "stock_id"],
    numbers=["quantity", "price"],
)

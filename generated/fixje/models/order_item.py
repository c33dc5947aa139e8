# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`OrderItem`."""

from __future__ import annotations

from typing import Annotated as _Annotated
from uuid import UUID as _UUID

from pydantic import Field as _Field

from .._runtime.features.decimal_numbers import DecimalNumber as _DecimalNumber
from .._runtime.model import Model as _Model

__all__ = ["OrderItem"]


class OrderItem(_Model):
    """One product of an order. Currency of the prices, and what they include, are not documented."""

    order_item_id: _Annotated[_UUID | None, _Field(alias="orderItemId")] = None
    """Id of the item."""

    unit_price: _Annotated[_DecimalNumber | None, _Field(alias="unitPrice")] = None
    """Price of one piece."""

    tax: _DecimalNumber | None = None
    """Tax; whether for one piece or as a rate is not documented."""

    total_unit_price: _Annotated[_DecimalNumber | None, _Field(alias="totalUnitPrice")] = None
    """Price of one piece with everything added."""

    quantity: int | None = None
    """How many were ordered."""

    quantity_shipped: _Annotated[int | None, _Field(alias="quantityShipped")] = None
    """How many have been sent so far."""

    total: _DecimalNumber | None = None
    """Price of all pieces."""

    sku: str | None = None
    """Stock keeping unit of the product."""

    reference: str | None = None
    """Reference of the item."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrderLine`."""

from __future__ import annotations

import datetime as _datetime
from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy

if TYPE_CHECKING:
    from .stock import Stock

if not TYPE_CHECKING:
    Stock = _lazy(__name__, "stock", "Stock")

__all__ = ["PurchaseOrderLine"]


class PurchaseOrderLine(_LinkedModel):
    """A product on a purchase order."""

    href: str | None = None
    """Address of this line."""

    id: int | None = None
    """Id of the line."""

    name: str | None = None
    """Name of the product."""

    mpn: str | None = None
    """Manufacturer's part number."""

    quantity: _Decimal | None = None
    """How many are ordered."""

    price: _Decimal | None = None
    """Price."""

    serial_number: _Annotated[str | None, _Field(alias="serialNumber")] = None
    """Serial number of the product; may be empty."""

    imei: str | None = None
    """IMEI number of the product; may be empty."""

    stock: _Link[Stock] | None = None
    """Stock that the product goes to."""

    received_amount: _Annotated[_Decimal | None, _Field(alias="receivedAmount")] = None
    """How many have arrived."""

    received_at: _Annotated[_datetime.datetime | None, _Field(alias="receivedAt")] = None
    """When they arrived."""

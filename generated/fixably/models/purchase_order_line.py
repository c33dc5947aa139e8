# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrderLine`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .stock import Stock
else:
    Stock = later(__name__, "stock", "Stock")

__all__ = ["PurchaseOrderLine"]


class PurchaseOrderLine(Model):
    """A product on a purchase order."""

    href: str | None = None
    """Address of this line."""

    id: int | None = None
    """Id of the line."""

    name: str | None = None
    """Name of the product."""

    mpn: str | None = None
    """Manufacturer's part number."""

    quantity: Decimal | None = None
    """How many are ordered."""

    price: Decimal | None = None
    """Price."""

    serial_number: Annotated[str | None, Field(alias="serialNumber")] = None
    """Serial number of the product; may be empty."""

    imei: str | None = None
    """IMEI number of the product; may be empty."""

    stock: Link[Stock] | None = None
    """Stock that the product goes to."""

    received_amount: Annotated[Decimal | None, Field(alias="receivedAmount")] = None
    """How many have arrived."""

    received_at: Annotated[datetime.datetime | None, Field(alias="receivedAt")] = None
    """When they arrived."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseInvoice`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .order import Order
else:
    Order = later(__name__, "order", "Order")

__all__ = ["PurchaseInvoice"]


class PurchaseInvoice(Model):
    """An invoice that a supplier sends to the repair business."""

    href: str | None = None
    """Address of this purchase invoice."""

    id: int | None = None
    """Id of the purchase invoice in Fixably."""

    invoice_id: Annotated[str | None, Field(alias="invoiceId")] = None
    """Identifier that the supplier gave it."""

    date: datetime.date | None = None
    """Date of the purchase invoice."""

    type: str | None = None
    """Type of the purchase invoice."""

    purchase_order: Annotated[str | None, Field(alias="purchaseOrder")] = None
    """Number of the purchase order."""

    ship_to: Annotated[str | None, Field(alias="shipTo")] = None
    """Identifier of where it is shipped to."""

    serial_number: Annotated[str | None, Field(alias="serialNumber")] = None
    """Serial number."""

    invoice_amount: Annotated[Decimal | None, Field(alias="invoiceAmount")] = None
    """Amount of the purchase invoice."""

    total: Decimal | None = None
    """Total with tax."""

    total0: Decimal | None = None
    """Total without tax."""

    order: Link[Order] | None = None
    """Order that it was purchased for."""

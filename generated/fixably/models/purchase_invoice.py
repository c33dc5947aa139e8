# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseInvoice`."""

from __future__ import annotations

import datetime as _datetime
from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy

if TYPE_CHECKING:
    from .order import Order

if not TYPE_CHECKING:
    Order = _lazy(__name__, "order", "Order")

__all__ = ["PurchaseInvoice"]


class PurchaseInvoice(_LinkedModel):
    """An invoice that a supplier sends to the repair business."""

    href: str | None = None
    """Address of this purchase invoice."""

    id: int | None = None
    """Id of the purchase invoice in Fixably."""

    invoice_id: _Annotated[str | None, _Field(alias="invoiceId")] = None
    """Identifier that the supplier gave it."""

    date: _datetime.date | None = None
    """Date of the purchase invoice."""

    type: str | None = None
    """Type of the purchase invoice."""

    purchase_order: _Annotated[str | None, _Field(alias="purchaseOrder")] = None
    """Number of the purchase order."""

    ship_to: _Annotated[str | None, _Field(alias="shipTo")] = None
    """Identifier of where it is shipped to."""

    serial_number: _Annotated[str | None, _Field(alias="serialNumber")] = None
    """Serial number."""

    invoice_amount: _Annotated[_Decimal | None, _Field(alias="invoiceAmount")] = None
    """Amount of the purchase invoice."""

    total: _Decimal | None = None
    """Total with tax."""

    total0: _Decimal | None = None
    """Total without tax."""

    order: _Link[Order] | None = None
    """Order that it was purchased for."""

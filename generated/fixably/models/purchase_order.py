# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrder`."""

from __future__ import annotations

import datetime as _datetime
from typing import TYPE_CHECKING, Annotated as _Annotated, Any as _Any

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from ..links import Collection as _Collection
from .purchase_order_status import PurchaseOrderStatus

if TYPE_CHECKING:
    from .invoice import Invoice
    from .order import Order
    from .purchase_order_line import PurchaseOrderLine
    from .purchase_order_line_page import PurchaseOrderLinePage

if not TYPE_CHECKING:
    Invoice = _lazy(__name__, "invoice", "Invoice")
    Order = _lazy(__name__, "order", "Order")
    PurchaseOrderLine = _lazy(__name__, "purchase_order_line", "PurchaseOrderLine")
    PurchaseOrderLinePage = _lazy(__name__, "purchase_order_line_page", "PurchaseOrderLinePage")

__all__ = ["PurchaseOrder"]


class PurchaseOrder(_LinkedModel):
    """An order of products or services from a supplier."""

    href: str | None = None
    """Address of this purchase order."""

    id: int | None = None
    """Id of the purchase order."""

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the purchase order was created."""

    number: str | None = None
    """Number of the purchase order."""

    reference: str | None = None
    """Reference of the tenant's choice."""

    status: PurchaseOrderStatus | None = None
    """How far the purchase is."""

    lines: _Collection[PurchaseOrderLinePage, PurchaseOrderLine] | None = None
    """What is purchased."""

    order: _Link[Order] | None = None
    """Order that it is purchased for."""

    repair: _Link[_Any] | None = None
    """Repair that it is purchased for, such as one in Apple GSX."""

    invoice: _Link[Invoice] | None = None
    """Invoice that belongs to the purchase order."""

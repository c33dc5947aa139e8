# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrder`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model
from .link_model import LinkModel
from .purchase_order_status import PurchaseOrderStatus

if TYPE_CHECKING:
    from .invoice import Invoice
    from .order import Order
    from .purchase_order_line_page import PurchaseOrderLinePage
else:
    Invoice = later(__name__, "invoice", "Invoice")
    Order = later(__name__, "order", "Order")
    PurchaseOrderLinePage = later(__name__, "purchase_order_line_page", "PurchaseOrderLinePage")

__all__ = ["PurchaseOrder"]


class PurchaseOrder(Model):
    """An order of products or services from a supplier."""

    href: str | None = None
    """Address of this purchase order."""

    id: int | None = None
    """Id of the purchase order."""

    created_at: Annotated[datetime.datetime | None, Field(alias="createdAt")] = None
    """When the purchase order was created."""

    number: str | None = None
    """Number of the purchase order."""

    reference: str | None = None
    """Reference of the tenant's choice."""

    status: PurchaseOrderStatus | None = None
    """How far the purchase is."""

    lines: Link[PurchaseOrderLinePage] | None = None
    """What is purchased."""

    order: Link[Order] | None = None
    """Order that it is purchased for."""

    repair: LinkModel | None = None
    """Repair that it is purchased for, such as one in Apple GSX."""

    invoice: Link[Invoice] | None = None
    """Invoice that belongs to the purchase order."""

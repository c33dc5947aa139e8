# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseInvoicePageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["PurchaseInvoicePageRelationInput"]


PurchaseInvoicePageRelationInput: _TypeAlias = "_Literal['items', 'items.order', 'items.order.notes', 'items.order.orderedBy', 'items.order.handledBy', 'items.order.device', 'items.order.customer', 'items.order.insuranceCompany', 'items.order.status', 'items.order.queue', 'items.order.location', 'items.order.store', 'items.order.shipments', 'items.order.lines', 'items.order.tasks'] | str"
"""What can be expanded in `PurchaseInvoicePage`; relations further down can be named as well."""

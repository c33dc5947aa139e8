# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrderPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["PurchaseOrderPageRelationInput"]


PurchaseOrderPageRelationInput: _TypeAlias = "_Literal['items', 'items.lines', 'items.lines.items', 'items.lines.items.stock', 'items.order', 'items.order.notes', 'items.order.orderedBy', 'items.order.handledBy', 'items.order.device', 'items.order.customer', 'items.order.insuranceCompany', 'items.order.status', 'items.order.queue', 'items.order.location', 'items.order.store', 'items.order.shipments', 'items.order.lines', 'items.order.tasks', 'items.invoice', 'items.invoice.consolidatedInvoices', 'items.invoice.lines', 'items.invoice.payments', 'items.invoice.paymentTerms', 'items.invoice.order', 'items.invoice.customer', 'items.invoice.invoiceFile', 'items.invoice.receiptFile', 'items.invoice.invoiceReceipt'] | str"
"""What can be expanded in `PurchaseOrderPage`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrderRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["PurchaseOrderRelationInput"]


PurchaseOrderRelationInput: _TypeAlias = "_Literal['lines', 'lines.items', 'lines.items.stock', 'order', 'order.notes', 'order.orderedBy', 'order.handledBy', 'order.device', 'order.customer', 'order.insuranceCompany', 'order.status', 'order.queue', 'order.location', 'order.store', 'order.shipments', 'order.lines', 'order.tasks', 'invoice', 'invoice.consolidatedInvoices', 'invoice.lines', 'invoice.payments', 'invoice.paymentTerms', 'invoice.order', 'invoice.customer', 'invoice.invoiceFile', 'invoice.receiptFile', 'invoice.invoiceReceipt'] | str"
"""What can be expanded in `PurchaseOrder`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoicePageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["InvoicePageRelationInput"]


InvoicePageRelationInput: _TypeAlias = "_Literal['items', 'items.consolidatedInvoices', 'items.consolidatedInvoices.items', 'items.consolidatedInvoices.items.consolidatedInvoices', 'items.consolidatedInvoices.items.lines', 'items.consolidatedInvoices.items.payments', 'items.consolidatedInvoices.items.paymentTerms', 'items.consolidatedInvoices.items.order', 'items.consolidatedInvoices.items.customer', 'items.consolidatedInvoices.items.invoiceFile', 'items.consolidatedInvoices.items.receiptFile', 'items.consolidatedInvoices.items.invoiceReceipt', 'items.lines', 'items.lines.items', 'items.lines.items.product', 'items.lines.items.orderLine', 'items.payments', 'items.payments.items', 'items.payments.items.type', 'items.payments.items.invoice', 'items.paymentTerms', 'items.order', 'items.order.notes', 'items.order.orderedBy', 'items.order.handledBy', 'items.order.device', 'items.order.customer', 'items.order.insuranceCompany', 'items.order.status', 'items.order.queue', 'items.order.location', 'items.order.store', 'items.order.shipments', 'items.order.lines', 'items.order.tasks', 'items.customer', 'items.customer.parent', 'items.customer.children', 'items.customer.roles', 'items.customer.defaultPaymentTerm', 'items.invoiceFile', 'items.invoiceFile.createdBy', 'items.invoiceFile.order', 'items.receiptFile', 'items.receiptFile.createdBy', 'items.receiptFile.order', 'items.invoiceReceipt', 'items.invoiceReceipt.createdBy', 'items.invoiceReceipt.order'] | str"
"""What can be expanded in `InvoicePage`; relations further down can be named as well."""

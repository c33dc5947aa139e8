# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoiceRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["InvoiceRelationInput"]


InvoiceRelationInput: _TypeAlias = "_Literal['consolidatedInvoices', 'consolidatedInvoices.items', 'consolidatedInvoices.items.consolidatedInvoices', 'consolidatedInvoices.items.lines', 'consolidatedInvoices.items.payments', 'consolidatedInvoices.items.paymentTerms', 'consolidatedInvoices.items.order', 'consolidatedInvoices.items.customer', 'consolidatedInvoices.items.invoiceFile', 'consolidatedInvoices.items.receiptFile', 'consolidatedInvoices.items.invoiceReceipt', 'lines', 'lines.items', 'lines.items.product', 'lines.items.orderLine', 'payments', 'payments.items', 'payments.items.type', 'payments.items.invoice', 'paymentTerms', 'order', 'order.notes', 'order.orderedBy', 'order.handledBy', 'order.device', 'order.customer', 'order.insuranceCompany', 'order.status', 'order.queue', 'order.location', 'order.store', 'order.shipments', 'order.lines', 'order.tasks', 'customer', 'customer.parent', 'customer.children', 'customer.roles', 'customer.defaultPaymentTerm', 'invoiceFile', 'invoiceFile.createdBy', 'invoiceFile.order', 'receiptFile', 'receiptFile.createdBy', 'receiptFile.order', 'invoiceReceipt', 'invoiceReceipt.createdBy', 'invoiceReceipt.order'] | str"
"""What can be expanded in `Invoice`; relations further down can be named as well."""

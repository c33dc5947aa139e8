# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PaymentPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["PaymentPageRelationInput"]


PaymentPageRelationInput: _TypeAlias = "_Literal['items', 'items.type', 'items.invoice', 'items.invoice.consolidatedInvoices', 'items.invoice.lines', 'items.invoice.payments', 'items.invoice.paymentTerms', 'items.invoice.order', 'items.invoice.customer', 'items.invoice.invoiceFile', 'items.invoice.receiptFile', 'items.invoice.invoiceReceipt'] | str"
"""What can be expanded in `PaymentPage`; relations further down can be named as well."""

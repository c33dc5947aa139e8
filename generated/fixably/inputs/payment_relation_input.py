# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PaymentRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["PaymentRelationInput"]


PaymentRelationInput: _TypeAlias = "_Literal['type', 'invoice', 'invoice.consolidatedInvoices', 'invoice.lines', 'invoice.payments', 'invoice.paymentTerms', 'invoice.order', 'invoice.customer', 'invoice.invoiceFile', 'invoice.receiptFile', 'invoice.invoiceReceipt'] | str"
"""What can be expanded in `Payment`; relations further down can be named as well."""

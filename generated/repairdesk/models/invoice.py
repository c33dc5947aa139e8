# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`Invoice`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .invoice_item import InvoiceItem
from .invoice_summary import InvoiceSummary

__all__ = ["Invoice"]


class Invoice(_Model):
    """An invoice as stored. Any member may be missing, and others may be there."""

    summary: InvoiceSummary | None = None
    """The invoice as a whole."""

    items: list[InvoiceItem] | None = None
    """What is charged for."""

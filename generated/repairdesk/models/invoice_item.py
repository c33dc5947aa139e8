# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceItem`."""

from __future__ import annotations

from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model
from .invoice_tax_class import InvoiceTaxClass

__all__ = ["InvoiceItem"]


class InvoiceItem(_Model):
    """One line of an invoice as stored."""

    id: _Text | None = None
    """Id of the line."""

    name: str | None = None
    """What is charged for."""

    sku: str | None = None
    """Stock keeping unit."""

    notes: str | None = None
    """Notes."""

    quantity: float | str | None = None
    """How many."""

    price: float | str | None = None
    """Price of one. Text may have a currency sign."""

    gst: float | str | None = None
    """Tax. Text may have a currency sign."""

    total: float | str | None = None
    """Price of all. Text may have a currency sign."""

    tax_class: InvoiceTaxClass | None = None
    """Which tax applies."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceSummary`."""

from __future__ import annotations

from typing import Any as _Any

from .._runtime.features.either import UnixTimeOrText as _UnixTimeOrText
from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model
from .invoice_ticket import InvoiceTicket
from .payment import Payment

__all__ = ["InvoiceSummary"]


class InvoiceSummary(_Model):
    """An invoice as a whole, as stored."""

    id: _Text | None = None
    """Id of the invoice."""

    order_id: _Text | None = None
    """Number that people see."""

    created_date: _UnixTimeOrText | None = None
    """When it was made."""

    status: str | None = None
    """How far it is paid, such as `Paid` or `UnPaid`. Compare without regard to case."""

    customer: dict[str, _Any] | None = None
    """Who pays. Its members are not documented."""

    ticket: InvoiceTicket | None = None
    """Ticket that the invoice was made from."""

    subtotal_without_symbol: float | str | None = None
    """Sum without tax."""

    total_tax_without_symbol: float | str | None = None
    """All taxes."""

    total_without_symbol: float | str | None = None
    """Sum with tax."""

    payments: list[Payment] | None = None
    """What was paid."""

    notes: _Any = None
    """Notes."""

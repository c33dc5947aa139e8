# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Payment`."""

from __future__ import annotations

import datetime as _datetime
from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy

if TYPE_CHECKING:
    from .invoice import Invoice
    from .payment_type import PaymentType

if not TYPE_CHECKING:
    Invoice = _lazy(__name__, "invoice", "Invoice")
    PaymentType = _lazy(__name__, "payment_type", "PaymentType")

__all__ = ["Payment"]


class Payment(_LinkedModel):
    """A payment of an invoice."""

    href: str | None = None
    """Address of this payment."""

    id: int | None = None
    """Id of the payment."""

    created: _datetime.datetime | None = None
    """When it was paid."""

    reference: str | None = None
    """Reference of the tenant's choice."""

    amount: _Decimal | None = None
    """How much was paid."""

    type: _Link[PaymentType] | None = None
    """How it was paid."""

    invoice: _Link[Invoice] | None = None
    """Invoice that was paid."""

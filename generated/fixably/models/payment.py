# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Payment`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .invoice import Invoice
    from .payment_type import PaymentType
else:
    Invoice = later(__name__, "invoice", "Invoice")
    PaymentType = later(__name__, "payment_type", "PaymentType")

__all__ = ["Payment"]


class Payment(Model):
    """A payment of an invoice."""

    href: str | None = None
    """Address of this payment."""

    id: int | None = None
    """Id of the payment."""

    created: datetime.datetime | None = None
    """When it was paid."""

    reference: str | None = None
    """Reference of the tenant's choice."""

    amount: Decimal | None = None
    """How much was paid."""

    type: Link[PaymentType] | None = None
    """How it was paid."""

    invoice: Link[Invoice] | None = None
    """Invoice that was paid."""

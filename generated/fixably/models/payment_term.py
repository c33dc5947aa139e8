# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PaymentTerm`."""

from __future__ import annotations

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["PaymentTerm"]


class PaymentTerm(_LinkedModel):
    """How long a customer may take to pay, as set up in the tenant's system settings."""

    href: str | None = None
    """Address of this payment term."""

    id: int | None = None
    """Id of the payment term."""

    name: str | None = None
    """Name of the payment term."""

    days: int | None = None
    """How many days there are to pay."""

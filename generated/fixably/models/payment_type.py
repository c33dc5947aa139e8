# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PaymentType`."""

from __future__ import annotations

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["PaymentType"]


class PaymentType(_LinkedModel):
    """A way to pay, such as cash."""

    href: str | None = None
    """Address of this payment type."""

    id: int | None = None
    """Id of the payment type, which may be 0."""

    name: str | None = None
    """Name of the payment type."""

    enabled: bool | None = None
    """Whether it can be used."""

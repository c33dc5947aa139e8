# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`Payment`."""

from __future__ import annotations

from .._runtime.features.either import UnixTimeOrText as _UnixTimeOrText
from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model

__all__ = ["Payment"]


class Payment(_Model):
    """A payment as stored."""

    id: _Text | None = None
    """Id of the payment."""

    amount: float | str | None = None
    """How much was paid. Text may have a currency sign."""

    payment_date: _UnixTimeOrText | None = None
    """When it was paid."""

    method: str | None = None
    """How it was paid."""

    notes: str | None = None
    """Notes on it."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceTaxClass`."""

from __future__ import annotations

from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model

__all__ = ["InvoiceTaxClass"]


class InvoiceTaxClass(_Model):
    """The tax class of an invoice's line."""

    id: _Text | None = None
    """Id of the tax class."""

    tax_percent: float | str | None = None
    """How much the tax is, in percent."""

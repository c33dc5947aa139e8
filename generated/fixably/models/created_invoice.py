# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CreatedInvoice`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["CreatedInvoice"]


class CreatedInvoice(_Model):
    """The invoice that was made."""

    id: int | None = None
    """Id of the invoice."""

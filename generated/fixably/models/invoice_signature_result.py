# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoiceSignatureResult`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["InvoiceSignatureResult"]


class InvoiceSignatureResult(_Model):
    """How signing an invoice ended."""

    result: str | None = None
    """`success` if the signature is set."""

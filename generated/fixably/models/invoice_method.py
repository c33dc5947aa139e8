# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoiceMethod`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["InvoiceMethod"]


InvoiceMethod: _TypeAlias = (
    _Literal["EMAIL", "POST", "ONLINE", "PORTAL", "PAYPAL", "BUCKAROO", "WSPOS", "UNKNOWN"] | str
)
"""How an invoice is sent or charged."""

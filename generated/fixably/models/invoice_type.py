# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoiceType`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["InvoiceType"]


InvoiceType: _TypeAlias = (
    _Literal["Receipt", "Invoice", "Cash", "Online", "Apple Reimbursement"] | str
)
"""What a document about money owed or paid is."""

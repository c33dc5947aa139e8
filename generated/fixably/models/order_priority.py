# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderPriority`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["OrderPriority"]


OrderPriority: _TypeAlias = _Literal["NORMAL", "HIGH", "HIGHER"] | str
"""How urgent an order is."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderPriority`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["OrderPriority"]


OrderPriority: TypeAlias = Literal["NORMAL", "HIGH", "HIGHER"] | str
"""How urgent an order is."""

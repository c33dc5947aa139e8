# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderPriorityNumberInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderPriorityNumberInput"]


OrderPriorityNumberInput: _TypeAlias = "_Literal[0, 5, 10]"
"""How urgent an order is, as it is written."""

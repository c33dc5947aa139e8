# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`ConditionInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["ConditionInput"]


class ConditionInput(TypedDict):
    """One thing that was checked, or one item that was handed in."""

    name: NotRequired[str]
    """What it is."""

    result: NotRequired[str]
    """How it is, "0" or "1"."""

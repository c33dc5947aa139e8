# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`ConditionInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["ConditionInput"]


class ConditionInput(_TypedDict):
    """One thing that was checked, or one item that was handed in."""

    name: _NotRequired[str]
    """What it is."""

    result: _NotRequired[str]
    """How it is, "0" or "1"."""


CONDITION_INPUT: _Shape = _Shape(given=["name", "result"])

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`RepairItemInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["RepairItemInput"]


class RepairItemInput(_TypedDict):
    """One repair that is to be done on a device."""

    name: _NotRequired[str]
    """Name of the problem or repair."""

    id: _NotRequired[str]
    """Id of the problem or repair."""


REPAIR_ITEM_INPUT: _Shape = _Shape(given=["name", "id"])

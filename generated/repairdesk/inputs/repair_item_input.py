# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`RepairItemInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["RepairItemInput"]


class RepairItemInput(TypedDict):
    """One repair that is to be done on a device."""

    name: NotRequired[str]
    """Name of the problem or repair."""

    id: NotRequired[str]
    """Id of the problem or repair."""

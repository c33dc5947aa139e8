# Generated from the description of Tours by specloom; edits will be lost.

"""`PlanBodyStopsInput`."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["PlanBodyStopsInput"]


class PlanBodyStopsInput(TypedDict):
    """PlanBodyStopsInput."""

    place: str

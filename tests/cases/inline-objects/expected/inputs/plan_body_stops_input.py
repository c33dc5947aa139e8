# Generated from the description of Tours by specloom; edits will be lost.

"""`PlanBodyStopsInput`."""

from __future__ import annotations

from typing import TypedDict as _TypedDict

__all__ = ["PlanBodyStopsInput"]


class PlanBodyStopsInput(_TypedDict):
    """PlanBodyStopsInput."""

    place: str

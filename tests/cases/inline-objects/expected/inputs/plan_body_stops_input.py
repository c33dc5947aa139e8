# Generated from the description of Tours by specloom; edits will be lost.

"""`PlanBodyStopsInput`."""

from __future__ import annotations

from typing import TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

__all__ = ["PlanBodyStopsInput"]


class PlanBodyStopsInput(_TypedDict):
    """PlanBodyStopsInput."""

    place: str


PLAN_BODY_STOPS_INPUT: _Shape = _Shape(given=["place"])

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`NewOrderNoteInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import Literal as _Literal, NotRequired as _NotRequired

__all__ = ["NewOrderNoteInput"]


class NewOrderNoteInput(_TypedDict):
    """A note on a new order's timeline."""

    title: _NotRequired[str]
    """Title; may be empty."""

    text: str
    """Text of the note."""

    type: _Literal["ISSUE", "DIAGNOSIS", "RESOLUTION", "OTHER"]
    """What the note is: the customer's issue, the technician's diagnosis, how the repair was
    resolved, or something else. Internal notes are added to an order that exists.
    """

    sticky: _NotRequired[bool]
    """Whether the note stays at the top of the timeline."""

    notify: _NotRequired[bool]
    """Whether the order's technician is notified; without it, Fixably decides."""


NEW_ORDER_NOTE_INPUT: _Shape = _Shape(given=["title", "text", "type", "sticky", "notify"])

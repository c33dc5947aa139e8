# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderNoteCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import Literal as _Literal, NotRequired as _NotRequired

__all__ = ["OrderNoteCreateInput"]


class OrderNoteCreateInput(_TypedDict):
    """A note to be added to an order's timeline."""

    text: str
    """Text of the note."""

    type: _Literal["INTERNAL", "ISSUE", "DIAGNOSIS", "RESOLUTION", "OTHER"]
    """What the note is: internal, the customer's issue, the technician's diagnosis, how the repair
    was resolved, or something else.
    """

    title: _NotRequired[str]
    """Title."""

    created_by: _NotRequired[int]
    """Id of the user as whom the note is made. Needs impersonation to be allowed in the tenant's
    system settings for the API.
    """

    report: _NotRequired[bool]
    """Whether the note is shown on reports. Server default: `false`."""

    sticky: _NotRequired[bool]
    """Whether the note stays at the top of the timeline."""

    notify: _NotRequired[bool]
    """Whether the order's technician is notified; without it, Fixably decides."""


ORDER_NOTE_CREATE_INPUT: _Shape = _Shape(
    {"created_by": "createdBy"},
    given=["text", "type", "title", "created_by", "report", "sticky", "notify"],
    numbers=["created_by"],
)

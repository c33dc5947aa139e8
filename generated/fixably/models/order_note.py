# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderNote`."""

from __future__ import annotations

import datetime as _datetime
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from .order_note_type import OrderNoteType
from .order_note_visibility import OrderNoteVisibility

if TYPE_CHECKING:
    from .user import User

if not TYPE_CHECKING:
    User = _lazy(__name__, "user", "User")

__all__ = ["OrderNote"]


class OrderNote(_LinkedModel):
    """A note on an order's timeline."""

    href: str | None = None
    """Address of this note."""

    id: int | None = None
    """Id of the note."""

    type: OrderNoteType | None = None
    """What the note is."""

    title: str | None = None
    """Title, if there is one."""

    text: str | None = None
    """Text of the note."""

    visibility: OrderNoteVisibility | None = None
    """Whether the customer sees the note."""

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the note was made."""

    created_by: _Annotated[_Link[User] | None, _Field(alias="createdBy")] = None
    """User who made the note."""

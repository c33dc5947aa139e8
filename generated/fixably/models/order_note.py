# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderNote`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model
from .order_note_type import OrderNoteType
from .order_note_visibility import OrderNoteVisibility

if TYPE_CHECKING:
    from .user import User
else:
    User = later(__name__, "user", "User")

__all__ = ["OrderNote"]


class OrderNote(Model):
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

    created_at: Annotated[datetime.datetime | None, Field(alias="createdAt")] = None
    """When the note was made."""

    created_by: Annotated[Link[User] | None, Field(alias="createdBy")] = None
    """User who made the note."""

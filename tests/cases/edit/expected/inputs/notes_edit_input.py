# Generated from the description of Desk by specloom; edits will be lost.

"""`NotesEditInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["NotesEditInput"]


class NotesEditInput(_TypedDict):
    """What `edit` changes: arguments of `put_note`."""

    text: str

    pages: _NotRequired[int]

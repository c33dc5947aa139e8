# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderNotePageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["OrderNotePageRelationInput"]


OrderNotePageRelationInput: TypeAlias = "Literal['items', 'items.createdBy'] | str"
"""What can be expanded in `OrderNotePage`; relations further down can be named as well."""

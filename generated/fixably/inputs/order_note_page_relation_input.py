# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderNotePageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderNotePageRelationInput"]


OrderNotePageRelationInput: _TypeAlias = "_Literal['items', 'items.createdBy'] | str"
"""What can be expanded in `OrderNotePage`; relations further down can be named as well."""

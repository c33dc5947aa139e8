# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderNoteRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderNoteRelationInput"]


OrderNoteRelationInput: _TypeAlias = "_Literal['createdBy'] | str"
"""What can be expanded in `OrderNote`; relations further down can be named as well."""

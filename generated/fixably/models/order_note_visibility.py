# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderNoteVisibility`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["OrderNoteVisibility"]


OrderNoteVisibility: TypeAlias = Literal["VISIBLE", "HIDDEN", "DELETED"] | str
"""Whether the customer sees a note."""

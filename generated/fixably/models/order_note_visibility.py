# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderNoteVisibility`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["OrderNoteVisibility"]


OrderNoteVisibility: _TypeAlias = _Literal["VISIBLE", "HIDDEN", "DELETED"] | str
"""Whether the customer sees a note."""

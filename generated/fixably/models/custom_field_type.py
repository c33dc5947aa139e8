# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldType`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["CustomFieldType"]


CustomFieldType: _TypeAlias = _Literal["text", "numeric", "yesno", "options"] | str
"""What a custom field holds."""

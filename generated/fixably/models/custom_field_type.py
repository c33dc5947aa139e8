# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldType`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["CustomFieldType"]


CustomFieldType: TypeAlias = Literal["text", "numeric", "yesno", "options"] | str
"""What a custom field holds."""

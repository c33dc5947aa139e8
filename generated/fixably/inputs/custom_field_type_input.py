# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldTypeInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["CustomFieldTypeInput"]


CustomFieldTypeInput: TypeAlias = "Literal['text', 'numeric', 'yesno', 'options'] | str"
"""What a custom field holds."""

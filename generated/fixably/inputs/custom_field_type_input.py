# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldTypeInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["CustomFieldTypeInput"]


CustomFieldTypeInput: _TypeAlias = "_Literal['text', 'numeric', 'yesno', 'options'] | str"
"""What a custom field holds."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldsInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping, Sequence as _Sequence

__all__ = ["CustomFieldsInput"]


CustomFieldsInput: _TypeAlias = "_Mapping[str, bool | int | float | str | _Sequence[str] | None]"
"""Values of a tenant's own fields, by their canonical names: a boolean for yes/no, a string for
text and for one choice, an array of strings for several choices, an integer or a decimal number
for numeric fields. A yes/no field is false, never unknown, once its record has been changed.
Only fields that are visible to the API are here, and to write another one is an error. Values
are checked as in Fixably's user interface; what is required there is required here.
"""

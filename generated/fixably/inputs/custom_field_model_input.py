# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldModelInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["CustomFieldModelInput"]


CustomFieldModelInput: _TypeAlias = (
    "_Literal['devices', 'orders', 'orderlines', 'products', 'servicecontracts', 'users']"
)
"""Kind of resource that has a custom field."""

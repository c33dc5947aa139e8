# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomFieldModelInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["CustomFieldModelInput"]


CustomFieldModelInput: TypeAlias = (
    "Literal['devices', 'orders', 'orderlines', 'products', 'servicecontracts', 'users']"
)
"""Kind of resource that has a custom field."""

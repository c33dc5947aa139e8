# Generated from the description of Fixably API by specloom; edits will be lost.

"""`LocationPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["LocationPageRelationInput"]


LocationPageRelationInput: TypeAlias = (
    "Literal['items', 'items.deliveries', 'items.deliveries.items'] | str"
)
"""What can be expanded in `LocationPage`; relations further down can be named as well."""

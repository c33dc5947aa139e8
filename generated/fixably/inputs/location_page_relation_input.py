# Generated from the description of Fixably API by specloom; edits will be lost.

"""`LocationPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["LocationPageRelationInput"]


LocationPageRelationInput: _TypeAlias = (
    "_Literal['items', 'items.deliveries', 'items.deliveries.items'] | str"
)
"""What can be expanded in `LocationPage`; relations further down can be named as well."""

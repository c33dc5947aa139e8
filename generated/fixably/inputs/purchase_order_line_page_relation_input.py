# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrderLinePageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["PurchaseOrderLinePageRelationInput"]


PurchaseOrderLinePageRelationInput: _TypeAlias = (
    "_Literal['items', 'items.stock', 'items.stock.location', 'items.stock.store'] | str"
)
"""What can be expanded in `PurchaseOrderLinePage`; relations further down can be named as well."""

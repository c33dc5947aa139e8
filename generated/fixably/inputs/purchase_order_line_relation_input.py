# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrderLineRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["PurchaseOrderLineRelationInput"]


PurchaseOrderLineRelationInput: _TypeAlias = (
    "_Literal['stock', 'stock.location', 'stock.store'] | str"
)
"""What can be expanded in `PurchaseOrderLine`; relations further down can be named as well."""

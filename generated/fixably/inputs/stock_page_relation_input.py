# Generated from the description of Fixably API by specloom; edits will be lost.

"""`StockPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["StockPageRelationInput"]


StockPageRelationInput: _TypeAlias = (
    "_Literal['items', 'items.location', 'items.location.deliveries', 'items.store'] | str"
)
"""What can be expanded in `StockPage`; relations further down can be named as well."""

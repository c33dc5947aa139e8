# Generated from the description of Fixably API by specloom; edits will be lost.

"""`StockRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["StockRelationInput"]


StockRelationInput: _TypeAlias = "_Literal['location', 'location.deliveries', 'store'] | str"
"""What can be expanded in `Stock`; relations further down can be named as well."""

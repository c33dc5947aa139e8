# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderLinePriceRangeInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderLinePriceRangeInput"]


OrderLinePriceRangeInput: _TypeAlias = "_Literal['STOCK', 'EXCHANGE', 'WARRANTY', 'CUSTOM']"
"""Which price of a product holds for a line; with `CUSTOM`, none of the product's own."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderLinePriceRange`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["OrderLinePriceRange"]


OrderLinePriceRange: _TypeAlias = _Literal["STOCK", "EXCHANGE", "WARRANTY", "CUSTOM"] | str
"""Which price of a product holds for a line; with `CUSTOM`, none of the product's own."""

# Generated from the description of Stock by specloom; edits will be lost.

"""`StockUpdateInput`."""

from __future__ import annotations

from typing import TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

__all__ = ["StockUpdateInput"]


class StockUpdateInput(_TypedDict):
    """StockUpdateInput."""

    sku: str

    new_level: int


STOCK_UPDATE_INPUT: _Shape = _Shape(
    {"new_level": "newLevel"}, given=["sku", "new_level"], numbers=["new_level"]
)

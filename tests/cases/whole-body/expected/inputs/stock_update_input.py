# Generated from the description of Stock by specloom; edits will be lost.

"""`StockUpdateInput`."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.encoding import Shape

__all__ = ["StockUpdateInput"]


class StockUpdateInput(TypedDict):
    """StockUpdateInput."""

    sku: str

    new_level: int


STOCK_UPDATE_INPUT: Shape = Shape({"new_level": "newLevel"})

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`StockProductAdded`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["StockProductAdded"]


class StockProductAdded(_Model):
    """How putting a product into a stock ended."""

    status: str | None = None
    """`CREATED` if the product is in the stock now."""

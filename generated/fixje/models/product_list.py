# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`ProductList`."""

from __future__ import annotations

from typing import TypeAlias as _TypeAlias

from .product import Product

__all__ = ["ProductList"]


ProductList: _TypeAlias = list[Product] | Product
"""One page of products. One product may stand there without an array around it."""

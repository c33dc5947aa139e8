# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Manufacturer`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["Manufacturer"]


Manufacturer: _TypeAlias = (
    _Literal["Apple", "Samsung", "OnePlus", "Nokia", "Huawei", "Xiaomi"] | str
)
"""Manufacturer of a product. Common ones are listed, as they are written; others are possible."""

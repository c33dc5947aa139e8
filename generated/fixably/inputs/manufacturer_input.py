# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ManufacturerInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["ManufacturerInput"]


ManufacturerInput: _TypeAlias = (
    "_Literal['Apple', 'Samsung', 'OnePlus', 'Nokia', 'Huawei', 'Xiaomi'] | str"
)
"""Manufacturer of a product. Common ones are listed, as they are written; others are possible."""

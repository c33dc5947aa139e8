# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ProductTypeInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["ProductTypeInput"]


ProductTypeInput: _TypeAlias = "_Literal[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99]"
"""Kind of product: 0 service, such as a work fee; 1 product with stock value; 2 replacement part; 3
module; 4 other; 5 freight and transport; 6 loaner device; 7 excess; 8 buyback product; 9 service
contract; 99 bundle of products.
"""

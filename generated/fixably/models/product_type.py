# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ProductType`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["ProductType"]


ProductType: _TypeAlias = _Literal[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99] | int
"""Kind of product: 0 service, such as a work fee; 1 product with stock value; 2 replacement part; 3
module; 4 other; 5 freight and transport; 6 loaner device; 7 excess; 8 buyback product; 9 service
contract; 99 bundle of products.
"""

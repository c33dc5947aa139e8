# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ProductType`."""

from __future__ import annotations

from typing import Final as _Final, Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["ProductType", "ProductTypeValues"]


ProductType: _TypeAlias = _Literal[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99] | int
"""Kind of product: 0 service, such as a work fee; 1 product with stock value; 2 replacement part; 3
module; 4 other; 5 freight and transport; 6 loaner device; 7 excess; 8 buyback product; 9 service
contract; 99 bundle of products.
"""


class ProductTypeValues:
    """The values of `ProductType` by name."""

    SERVICE: _Final = 0

    PRODUCT: _Final = 1

    REPLACEMENT: _Final = 2

    MODULE: _Final = 3

    OTHER: _Final = 4

    TRANSPORT: _Final = 5

    LOANER: _Final = 6

    EXCESS: _Final = 7

    BUYBACK: _Final = 8

    SERVICE_CONTRACT: _Final = 9

    BUNDLE: _Final = 99

# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Product`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .product_price import ProductPrice
from .stock import Stock

__all__ = ["Product"]


class Product(_Model):
    """A product that can be ordered."""

    sku: str | None = None
    """Stock keeping unit."""

    name: str | None = None
    """Name."""

    ean: str | None = None
    """European Article Number."""

    mpn: str | None = None
    """The manufacturer's number of the part."""

    tax_class: _Annotated[str | None, _Field(alias="taxClass")] = None
    """Which tax applies. The values are not documented."""

    product_price: _Annotated[ProductPrice | None, _Field(alias="productPrice")] = None
    """What it costs."""

    image: str | None = None
    """Picture of the product."""

    stocks: list[Stock] | None = None
    """Where it is, and how much of it."""

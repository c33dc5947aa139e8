# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Product`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .product_price import ProductPrice
from .stock import Stock

__all__ = ["Product"]


class Product(Model):
    """A product that can be ordered."""

    sku: str | None = None
    """Stock keeping unit."""

    name: str | None = None
    """Name."""

    ean: str | None = None
    """European Article Number."""

    mpn: str | None = None
    """The manufacturer's number of the part."""

    tax_class: Annotated[str | None, Field(alias="taxClass")] = None
    """Which tax applies. The values are not documented."""

    product_price: Annotated[ProductPrice | None, Field(alias="productPrice")] = None
    """What it costs."""

    image: str | None = None
    """Picture of the product."""

    stocks: list[Stock] | None = None
    """Where it is, and how much of it."""

# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`ProductPrice`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["ProductPrice"]


class ProductPrice(Model):
    """Prices of a product. Currency, and whether tax is included, are not documented."""

    price: float | None = None
    """What the partner pays."""

    suggested_retail_price: Annotated[float | None, Field(alias="suggestedRetailPrice")] = None
    """Price suggested for selling it on."""

    oem_price: Annotated[float | None, Field(alias="oemPrice")] = None
    """Price of the original part."""

    default_retail_price: Annotated[float | None, Field(alias="defaultRetailPrice")] = None
    """Usual price for selling it on."""

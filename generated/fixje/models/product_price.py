# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`ProductPrice`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.decimal_numbers import DecimalNumber as _DecimalNumber
from .._runtime.model import Model as _Model

__all__ = ["ProductPrice"]


class ProductPrice(_Model):
    """Prices of a product. Currency, and whether tax is included, are not documented."""

    price: _DecimalNumber | None = None
    """What the partner pays."""

    suggested_retail_price: _Annotated[
        _DecimalNumber | None, _Field(alias="suggestedRetailPrice")
    ] = None
    """Price suggested for selling it on."""

    oem_price: _Annotated[_DecimalNumber | None, _Field(alias="oemPrice")] = None
    """Price of the original part."""

    default_retail_price: _Annotated[_DecimalNumber | None, _Field(alias="defaultRetailPrice")] = (
        None
    )
    """Usual price for selling it on."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Product`."""

from __future__ import annotations

import datetime as _datetime
from decimal import Decimal as _Decimal
from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import LinkedModel as _LinkedModel
from .custom_fields import CustomFields
from .manufacturer import Manufacturer
from .product_type import ProductType

__all__ = ["Product"]


class Product(_LinkedModel):
    """What an order line can be about, such as a part, a service or a fee."""

    href: str | None = None
    """Address of this product."""

    id: int | None = None
    """Id of the product."""

    code: str | None = None
    """The tenant's code of the product."""

    part_number: _Annotated[str | None, _Field(alias="partNumber")] = None
    """Manufacturer's part number. It cannot be sent; a new product gets its `code` here."""

    name: str | None = None
    """Name of the product."""

    description: str | None = None
    """What the product is."""

    ean: str | None = None
    """EAN of the product; may be empty."""

    line: str | None = None
    """Product line."""

    family: str | None = None
    """Product family."""

    type: ProductType | None = None
    """What kind of product it is, as a number."""

    type_string: _Annotated[str | None, _Field(alias="typeString")] = None
    """The same as text."""

    version: str | None = None
    """Version of the product."""

    category: int | None = None
    """Number of the product's category."""

    category_string: _Annotated[str | None, _Field(alias="categoryString")] = None
    """The category as text."""

    vat: _Decimal | float | None = None
    """VAT or sales tax that holds unless another one is chosen, in percent."""

    web: int | str | None = None
    """Web link of the product; only there for old clients. Deprecated."""

    purchase_stock_price: _Annotated[_Decimal | None, _Field(alias="purchaseStockPrice")] = None
    """What the product costs in purchase."""

    purchase_exchange_price: _Annotated[_Decimal | None, _Field(alias="purchaseExchangePrice")] = (
        None
    )
    """What it costs in purchase where the old part is given back."""

    stock_price: _Annotated[_Decimal | None, _Field(alias="stockPrice")] = None
    """Price at which the product is sold from stock."""

    exchange_price: _Annotated[_Decimal | None, _Field(alias="exchangePrice")] = None
    """Price at which the product is sold in exchange."""

    manufacturer: Manufacturer | None = None
    """Manufacturer of the product; may be empty."""

    markup: _Decimal | None = None
    """Fixed amount that is added to the purchase price."""

    serialized: bool | None = None
    """Whether single pieces are told apart by a serial number."""

    fixed: bool | None = None
    """Whether the price is fixed, so that profit margins are not applied to it."""

    tags: str | None = None
    """Tags of the product, separated by commas; may be empty."""

    eee_code: _Annotated[str | None, _Field(alias="eeeCode")] = None
    """EEE code of the product; may be empty."""

    provider: str | None = None
    """System that the product comes from."""

    identifier: str | None = None
    """Identifier of the product in that system."""

    custom_fields: _Annotated[CustomFields | None, _Field(alias="customFields")] = None
    """Custom fields of the product."""

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the product was created."""

    updated_at: _Annotated[_datetime.datetime | None, _Field(alias="updatedAt")] = None
    """When the product was last changed."""

    visible_on_printouts: _Annotated[bool | None, _Field(alias="visibleOnPrintouts")] = None
    """Whether order lines with the product are printed."""

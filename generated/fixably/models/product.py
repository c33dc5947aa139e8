# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Product`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .custom_fields import CustomFields
from .product_type import ProductType

__all__ = ["Product"]


class Product(Model):
    """What an order line can be about, such as a part, a service or a fee."""

    href: str | None = None
    """Address of this product."""

    id: int | None = None
    """Id of the product."""

    code: str | None = None
    """The tenant's code of the product."""

    part_number: Annotated[str | None, Field(alias="partNumber")] = None
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

    type_string: Annotated[str | None, Field(alias="typeString")] = None
    """The same as text."""

    version: str | None = None
    """Version of the product."""

    category: int | None = None
    """Number of the product's category."""

    category_string: Annotated[str | None, Field(alias="categoryString")] = None
    """The category as text."""

    vat: Decimal | float | None = None
    """VAT or sales tax that holds unless another one is chosen, in percent."""

    web: int | str | None = None
    """Web link of the product; only there for old clients. Deprecated."""

    purchase_stock_price: Annotated[Decimal | None, Field(alias="purchaseStockPrice")] = None
    """What the product costs in purchase."""

    purchase_exchange_price: Annotated[Decimal | None, Field(alias="purchaseExchangePrice")] = None
    """What it costs in purchase where the old part is given back."""

    stock_price: Annotated[Decimal | None, Field(alias="stockPrice")] = None
    """Price at which the product is sold from stock."""

    exchange_price: Annotated[Decimal | None, Field(alias="exchangePrice")] = None
    """Price at which the product is sold in exchange."""

    manufacturer: str | None = None
    """Manufacturer of the product; may be empty. Common ones are written Apple, Samsung, OnePlus,
    Nokia, Huawei and Xiaomi.
    """

    markup: Decimal | None = None
    """Fixed amount that is added to the purchase price."""

    serialized: bool | None = None
    """Whether single pieces are told apart by a serial number."""

    fixed: bool | None = None
    """Whether the price is fixed, so that profit margins are not applied to it."""

    tags: str | None = None
    """Tags of the product, separated by commas; may be empty."""

    eee_code: Annotated[str | None, Field(alias="eeeCode")] = None
    """EEE code of the product; may be empty."""

    provider: str | None = None
    """System that the product comes from."""

    identifier: str | None = None
    """Identifier of the product in that system."""

    custom_fields: Annotated[CustomFields | None, Field(alias="customFields")] = None
    """Custom fields of the product."""

    created_at: Annotated[datetime.datetime | None, Field(alias="createdAt")] = None
    """When the product was created."""

    updated_at: Annotated[datetime.datetime | None, Field(alias="updatedAt")] = None
    """When the product was last changed."""

    visible_on_printouts: Annotated[bool | None, Field(alias="visibleOnPrintouts")] = None
    """Whether order lines with the product are printed."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoiceLine`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .order_line import OrderLine
    from .product import Product
else:
    OrderLine = later(__name__, "order_line", "OrderLine")
    Product = later(__name__, "product", "Product")

__all__ = ["InvoiceLine"]


class InvoiceLine(Model):
    """A product or service on an invoice."""

    href: str | None = None
    """Address of this line."""

    id: int | None = None
    """Id of the line."""

    code: str | None = None
    """Code of the product."""

    name: str | None = None
    """What is invoiced."""

    quantity: Decimal | None = None
    """How many."""

    price: Decimal | None = None
    """Price of one."""

    vat: Decimal | None = None
    """VAT or sales tax, in percent."""

    notes: str | None = None
    """Notes on the line; may be empty."""

    is_hidden: Annotated[bool | None, Field(alias="isHidden")] = None
    """Whether the line is hidden."""

    serial_number: Annotated[str | None, Field(alias="serialNumber")] = None
    """Serial number of the part, if there is one."""

    original_serial_number: Annotated[str | None, Field(alias="originalSerialNumber")] = None
    """Serial number of the original part, if there is one."""

    imei_number: Annotated[str | None, Field(alias="imeiNumber")] = None
    """IMEI number, if there is one."""

    product: Link[Product] | None = None
    """Product that is invoiced."""

    order_line: Annotated[Link[OrderLine] | None, Field(alias="orderLine")] = None
    """Line of the order that is invoiced."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoiceLine`."""

from __future__ import annotations

from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy

if TYPE_CHECKING:
    from .order_line import OrderLine
    from .product import Product

if not TYPE_CHECKING:
    OrderLine = _lazy(__name__, "order_line", "OrderLine")
    Product = _lazy(__name__, "product", "Product")

__all__ = ["InvoiceLine"]


class InvoiceLine(_LinkedModel):
    """A product or service on an invoice."""

    href: str | None = None
    """Address of this line."""

    id: int | None = None
    """Id of the line."""

    code: str | None = None
    """Code of the product."""

    name: str | None = None
    """What is invoiced."""

    quantity: _Decimal | None = None
    """How many."""

    price: _Decimal | None = None
    """Price of one."""

    vat: _Decimal | None = None
    """VAT or sales tax, in percent."""

    notes: str | None = None
    """Notes on the line; may be empty."""

    is_hidden: _Annotated[bool | None, _Field(alias="isHidden")] = None
    """Whether the line is hidden."""

    serial_number: _Annotated[str | None, _Field(alias="serialNumber")] = None
    """Serial number of the part, if there is one."""

    original_serial_number: _Annotated[str | None, _Field(alias="originalSerialNumber")] = None
    """Serial number of the original part, if there is one."""

    imei_number: _Annotated[str | None, _Field(alias="imeiNumber")] = None
    """IMEI number, if there is one."""

    product: _Link[Product] | None = None
    """Product that is invoiced."""

    order_line: _Annotated[_Link[OrderLine] | None, _Field(alias="orderLine")] = None
    """Line of the order that is invoiced."""

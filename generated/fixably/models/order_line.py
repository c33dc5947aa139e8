# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderLine`."""

from __future__ import annotations

from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from .custom_fields import CustomFields
from .order_line_price_range import OrderLinePriceRange
from .order_line_status import OrderLineStatus

if TYPE_CHECKING:
    from .product import Product

if not TYPE_CHECKING:
    Product = _lazy(__name__, "product", "Product")

__all__ = ["OrderLine"]


class OrderLine(_LinkedModel):
    """A product or service of an order."""

    href: str | None = None
    """Address of this line."""

    id: int | None = None
    """Id of the line."""

    code: str | None = None
    """Code of the product."""

    name: str | None = None
    """Name of the product."""

    product: _Link[Product] | None = None
    """The product."""

    price_range: _Annotated[OrderLinePriceRange | None, _Field(alias="priceRange")] = None
    """Which of the product's prices holds."""

    quantity: _Decimal | None = None
    """How many."""

    quantity_charged: _Annotated[_Decimal | None, _Field(alias="quantityCharged")] = None
    """How many are marked as charged or invoiced."""

    quantity_dispatched: _Annotated[_Decimal | None, _Field(alias="quantityDispatched")] = None
    """How many have gone to the customer."""

    price: _Decimal | None = None
    """Price of one, without tax."""

    vat: _Decimal | None = None
    """VAT or sales tax, in percent."""

    discount: _Decimal | None = None
    """Discount, in percent."""

    notes: str | None = None
    """Notes on the line."""

    is_hidden: _Annotated[bool | None, _Field(alias="isHidden")] = None
    """Whether the line is hidden from customers, as a part that was dead on arrival may be."""

    serial_number: _Annotated[str | None, _Field(alias="serialNumber")] = None
    """Serial number, if there is one."""

    original_serial_number: _Annotated[str | None, _Field(alias="originalSerialNumber")] = None
    """Original serial number, if there is one."""

    imei_number: _Annotated[str | None, _Field(alias="imeiNumber")] = None
    """IMEI number, if there is one."""

    purchase_price: _Annotated[_Decimal | None, _Field(alias="purchasePrice")] = None
    """What the repair service paid for it."""

    total0: _Decimal | None = None
    """Total without tax."""

    total: _Decimal | None = None
    """Total with tax."""

    total_charged0: _Annotated[_Decimal | None, _Field(alias="totalCharged0")] = None
    """Charged and invoiced, without tax."""

    total_charged: _Annotated[_Decimal | None, _Field(alias="totalCharged")] = None
    """Charged and invoiced, with tax."""

    total_remaining0: _Annotated[_Decimal | None, _Field(alias="totalRemaining0")] = None
    """Still to be paid, without tax."""

    total_remaining: _Annotated[_Decimal | None, _Field(alias="totalRemaining")] = None
    """Still to be paid, with tax."""

    custom_fields: _Annotated[CustomFields | None, _Field(alias="customFields")] = None
    """Custom fields of the line."""

    status: OrderLineStatus | None = None
    """How far the line's parts are."""

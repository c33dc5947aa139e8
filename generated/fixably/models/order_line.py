# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderLine`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model
from .custom_fields import CustomFields
from .order_line_price_range import OrderLinePriceRange
from .order_line_status import OrderLineStatus

if TYPE_CHECKING:
    from .product import Product
else:
    Product = later(__name__, "product", "Product")

__all__ = ["OrderLine"]


class OrderLine(Model):
    """A product or service of an order."""

    href: str | None = None
    """Address of this line."""

    id: int | None = None
    """Id of the line."""

    code: str | None = None
    """Code of the product."""

    name: str | None = None
    """Name of the product."""

    product: Link[Product] | None = None
    """The product."""

    price_range: Annotated[OrderLinePriceRange | None, Field(alias="priceRange")] = None
    """Which of the product's prices holds."""

    quantity: Decimal | None = None
    """How many."""

    quantity_charged: Annotated[Decimal | None, Field(alias="quantityCharged")] = None
    """How many are marked as charged or invoiced."""

    quantity_dispatched: Annotated[Decimal | None, Field(alias="quantityDispatched")] = None
    """How many have gone to the customer."""

    price: Decimal | None = None
    """Price of one, without tax."""

    vat: Decimal | None = None
    """VAT or sales tax, in percent."""

    discount: Decimal | None = None
    """Discount, in percent."""

    notes: str | None = None
    """Notes on the line."""

    is_hidden: Annotated[bool | None, Field(alias="isHidden")] = None
    """Whether the line is hidden from customers, as a part that was dead on arrival may be."""

    serial_number: Annotated[str | None, Field(alias="serialNumber")] = None
    """Serial number, if there is one."""

    original_serial_number: Annotated[str | None, Field(alias="originalSerialNumber")] = None
    """Original serial number, if there is one."""

    imei_number: Annotated[str | None, Field(alias="imeiNumber")] = None
    """IMEI number, if there is one."""

    purchase_price: Annotated[Decimal | None, Field(alias="purchasePrice")] = None
    """What the repair service paid for it."""

    total0: Decimal | None = None
    """Total without tax."""

    total: Decimal | None = None
    """Total with tax."""

    total_charged0: Annotated[Decimal | None, Field(alias="totalCharged0")] = None
    """Charged and invoiced, without tax."""

    total_charged: Annotated[Decimal | None, Field(alias="totalCharged")] = None
    """Charged and invoiced, with tax."""

    total_remaining0: Annotated[Decimal | None, Field(alias="totalRemaining0")] = None
    """Still to be paid, without tax."""

    total_remaining: Annotated[Decimal | None, Field(alias="totalRemaining")] = None
    """Still to be paid, with tax."""

    custom_fields: Annotated[CustomFields | None, Field(alias="customFields")] = None
    """Custom fields of the line."""

    status: OrderLineStatus | None = None
    """How far the line's parts are."""

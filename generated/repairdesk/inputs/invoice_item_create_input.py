# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceItemCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import NotRequired

__all__ = ["InvoiceItemCreateInput"]


class InvoiceItemCreateInput(TypedDict):
    """One line of an invoice to be made."""

    product_id: NotRequired[str]
    """Id of the accessory or part."""

    sku: NotRequired[str]
    """Stock keeping unit."""

    name: NotRequired[str]
    """What is charged for."""

    quantity: NotRequired[str]
    """How many."""

    description: NotRequired[str]
    """More about it."""

    notes: NotRequired[str]
    """Notes on it."""

    line_discount: NotRequired[Decimal | str]
    """What is taken off this line; empty for nothing."""

    price: NotRequired[Decimal | str]
    """Price."""

    gst: NotRequired[Decimal | str]
    """Tax on it."""

    taxclass: NotRequired[str]
    """Id of the tax class."""

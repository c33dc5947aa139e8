# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceItemCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from decimal import Decimal as _Decimal
    from typing import NotRequired as _NotRequired

__all__ = ["InvoiceItemCreateInput"]


class InvoiceItemCreateInput(_TypedDict):
    """One line of an invoice to be made."""

    product_id: _NotRequired[str]
    """Id of the accessory or part."""

    sku: _NotRequired[str]
    """Stock keeping unit."""

    name: _NotRequired[str]
    """What is charged for."""

    quantity: _NotRequired[_Decimal | int | str]
    """How many."""

    description: _NotRequired[str]
    """More about it."""

    notes: _NotRequired[str]
    """Notes on it."""

    line_discount: _NotRequired[_Decimal | int | str]
    """What is taken off this line; empty for nothing."""

    price: _NotRequired[_Decimal | int | str]
    """Price."""

    gst: _NotRequired[_Decimal | int | str]
    """Tax on it."""

    taxclass: _NotRequired[str]
    """Id of the tax class."""


INVOICE_ITEM_CREATE_INPUT: _Shape = _Shape(
    nested=lambda: {
        "quantity": _DECIMAL_TEXT,
        "line_discount": _DECIMAL_TEXT,
        "price": _DECIMAL_TEXT,
        "gst": _DECIMAL_TEXT,
    },
    given=[
        "product_id",
        "sku",
        "name",
        "quantity",
        "description",
        "notes",
        "line_discount",
        "price",
        "gst",
        "taxclass",
    ],
    numbers=["quantity", "line_discount", "price", "gst"],
)

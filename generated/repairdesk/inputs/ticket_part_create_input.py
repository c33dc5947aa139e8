# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketPartCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from decimal import Decimal as _Decimal
    from typing import NotRequired as _NotRequired

__all__ = ["TicketPartCreateInput"]


class TicketPartCreateInput(_TypedDict):
    """A part that a repair needs."""

    product_id: _NotRequired[str]
    """Id of the part."""

    supplier: _NotRequired[str]
    """Who supplies it; may be empty."""

    warrenty: _NotRequired[str]
    """Length of the warranty. The vendor spells it like this."""

    warranty_timeframe: _NotRequired[str]
    """In what the length of the warranty is counted. The values are not documented."""

    sku: _NotRequired[str]
    """Stock keeping unit."""

    name: _NotRequired[str]
    """Name of the part."""

    quantity: _NotRequired[_Decimal | int | str]
    """How many."""

    price: _NotRequired[_Decimal | int | str]
    """Price."""

    gst: _NotRequired[_Decimal | int | str]
    """Tax on it."""

    taxclass: _NotRequired[str]
    """Id of the tax class."""


TICKET_PART_CREATE_INPUT: _Shape = _Shape(
    nested=lambda: {"quantity": _DECIMAL_TEXT, "price": _DECIMAL_TEXT, "gst": _DECIMAL_TEXT},
    given=[
        "product_id",
        "supplier",
        "warrenty",
        "warranty_timeframe",
        "sku",
        "name",
        "quantity",
        "price",
        "gst",
        "taxclass",
    ],
    numbers=["quantity", "price", "gst"],
)

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketPartCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import NotRequired

__all__ = ["TicketPartCreateInput"]


class TicketPartCreateInput(TypedDict):
    """A part that a repair needs."""

    product_id: NotRequired[str]
    """Id of the part."""

    supplier: NotRequired[str]
    """Who supplies it; may be empty."""

    warrenty: NotRequired[str]
    """Length of the warranty. The vendor spells it like this."""

    warranty_timeframe: NotRequired[str]
    """In what the length of the warranty is counted. The values are not documented."""

    sku: NotRequired[str]
    """Stock keeping unit."""

    name: NotRequired[str]
    """Name of the part."""

    quantity: NotRequired[str]
    """How many."""

    price: NotRequired[Decimal | str]
    """Price."""

    gst: NotRequired[Decimal | str]
    """Tax on it."""

    taxclass: NotRequired[str]
    """Id of the tax class."""

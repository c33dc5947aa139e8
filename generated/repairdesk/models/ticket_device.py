# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketDevice`."""

from __future__ import annotations

from typing import Annotated as _Annotated, Any as _Any

from pydantic import Field as _Field

from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model
from .ticket_device_kind import TicketDeviceKind
from .ticket_device_status import TicketDeviceStatus

__all__ = ["TicketDevice"]


class TicketDevice(_Model):
    """A device on a ticket, as stored."""

    id: _Text | None = None
    """Id of this device on this ticket, which a change of the ticket needs."""

    device: TicketDeviceKind | _Text | None = None
    """Which device it is."""

    status: TicketDeviceStatus | str | None = None
    """How far the work is."""

    repair_prod_items: _Annotated[list[dict[str, _Any]] | None, _Field(alias="repairProdItems")] = (
        None
    )
    """Which repairs are to be done."""

    price: float | str | None = None
    """Price of the repair. Text may have a currency sign."""

    gst: float | str | None = None
    """Tax. Text may have a currency sign."""

    pre_conditions: _Annotated[list[dict[str, _Any]] | None, _Field(alias="PreConditions")] = None
    """What was checked before the repair."""

    post_conditions: _Annotated[list[dict[str, _Any]] | None, _Field(alias="PostConditions")] = None
    """What was checked after the repair."""

    suplied: _Any = None
    """What was handed in with the device. The vendor spells it like this."""

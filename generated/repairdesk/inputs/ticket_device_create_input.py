# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketDeviceCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import UNIX_TIME_TEXT, Shape

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from decimal import Decimal
    from typing import NotRequired

    from .condition_input import ConditionInput
    from .repair_item_input import RepairItemInput
    from .ticket_part_create_input import TicketPartCreateInput

__all__ = ["TicketDeviceCreateInput"]


class TicketDeviceCreateInput(TypedDict):
    """A device to be taken in."""

    device: NotRequired[str]
    """Id of the device."""

    repair_prod_items: NotRequired[Sequence[RepairItemInput]]
    """Which repairs are to be done."""

    imei: NotRequired[str]
    """IMEI of the device."""

    serial: NotRequired[str]
    """Serial number of the device; may be empty."""

    security_code: NotRequired[str]
    """Code that unlocks the device."""

    status: NotRequired[str]
    """Name of the status."""

    task_type: NotRequired[str]
    """Id of the task type."""

    due_on: NotRequired[datetime.datetime | int | str]
    """When it is to be ready, in seconds since 1970-01-01 UTC."""

    price: NotRequired[Decimal | str]
    """Price of the repair."""

    line_discount: NotRequired[Decimal | str]
    """What is taken off the price; empty for nothing."""

    gst: NotRequired[Decimal | str]
    """Tax on it."""

    assigned_to: NotRequired[str]
    """Id of the employee who repairs it."""

    staff_comments: NotRequired[str]
    """Comments that only the shop sees."""

    public_comments: NotRequired[str]
    """Comments that the customer sees too."""

    pre_conditions: NotRequired[Sequence[ConditionInput]]
    """What was checked before the repair."""

    supplied: NotRequired[Sequence[ConditionInput]]
    """What was handed in with the device."""

    taxclass: NotRequired[str]
    """Id of the tax class."""

    device_location: NotRequired[str]
    """Where the device is kept; may be empty."""

    network: NotRequired[str]
    """Mobile network of the device."""

    parts: NotRequired[Sequence[TicketPartCreateInput]]
    """Parts that the repair needs."""


TICKET_DEVICE_CREATE_INPUT: Shape = Shape(
    {"repair_prod_items": "repairProdItems", "pre_conditions": "PreConditions", "parts": "Parts"},
    lambda: {"due_on": UNIX_TIME_TEXT},
)

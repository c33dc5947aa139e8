# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketDeviceCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
from .._runtime.features.seconds import UNIX_TIME_TEXT as _UNIX_TIME_TEXT
from .._runtime.features.shapes import Items as _Items, Shape as _Shape
from .condition_input import CONDITION_INPUT
from .repair_item_input import REPAIR_ITEM_INPUT
from .ticket_part_create_input import TICKET_PART_CREATE_INPUT

if TYPE_CHECKING:
    import datetime as _datetime
    from collections.abc import Sequence as _Sequence
    from decimal import Decimal as _Decimal
    from typing import NotRequired as _NotRequired

    from .condition_input import ConditionInput
    from .repair_item_input import RepairItemInput
    from .ticket_part_create_input import TicketPartCreateInput

__all__ = ["TicketDeviceCreateInput"]


class TicketDeviceCreateInput(_TypedDict):
    """A device to be taken in."""

    device: _NotRequired[str]
    """Id of the device."""

    repair_prod_items: _NotRequired[_Sequence[RepairItemInput]]
    """Which repairs are to be done."""

    imei: _NotRequired[str]
    """IMEI of the device."""

    serial: _NotRequired[str]
    """Serial number of the device; may be empty."""

    security_code: _NotRequired[str]
    """Code that unlocks the device."""

    status: _NotRequired[str]
    """Name of the status."""

    task_type: _NotRequired[str]
    """Id of the task type."""

    due_on: _NotRequired[_datetime.datetime | _datetime.date | int | str]
    """When it is to be ready, in seconds since 1970-01-01 UTC."""

    price: _NotRequired[_Decimal | int | str]
    """Price of the repair."""

    line_discount: _NotRequired[_Decimal | int | str]
    """What is taken off the price; empty for nothing."""

    gst: _NotRequired[_Decimal | int | str]
    """Tax on it."""

    assigned_to: _NotRequired[str]
    """Id of the employee who repairs it."""

    staff_comments: _NotRequired[str]
    """Comments that only the shop sees."""

    public_comments: _NotRequired[str]
    """Comments that the customer sees too."""

    pre_conditions: _NotRequired[_Sequence[ConditionInput]]
    """What was checked before the repair."""

    supplied: _NotRequired[_Sequence[ConditionInput]]
    """What was handed in with the device."""

    taxclass: _NotRequired[str]
    """Id of the tax class."""

    device_location: _NotRequired[str]
    """Where the device is kept; may be empty."""

    network: _NotRequired[str]
    """Mobile network of the device."""

    parts: _NotRequired[_Sequence[TicketPartCreateInput]]
    """Parts that the repair needs."""


TICKET_DEVICE_CREATE_INPUT: _Shape = _Shape(
    {"repair_prod_items": "repairProdItems", "pre_conditions": "PreConditions", "parts": "Parts"},
    lambda: {
        "repair_prod_items": _Items(REPAIR_ITEM_INPUT),
        "due_on": _UNIX_TIME_TEXT,
        "price": _DECIMAL_TEXT,
        "line_discount": _DECIMAL_TEXT,
        "gst": _DECIMAL_TEXT,
        "pre_conditions": _Items(CONDITION_INPUT),
        "supplied": _Items(CONDITION_INPUT),
        "parts": _Items(TICKET_PART_CREATE_INPUT),
    },
    given=[
        "device",
        "repair_prod_items",
        "imei",
        "serial",
        "security_code",
        "status",
        "task_type",
        "due_on",
        "price",
        "line_discount",
        "gst",
        "assigned_to",
        "staff_comments",
        "public_comments",
        "pre_conditions",
        "supplied",
        "taxclass",
        "device_location",
        "network",
        "parts",
    ],
    numbers=["due_on", "price", "line_discount", "gst"],
)

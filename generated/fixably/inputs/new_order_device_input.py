# Generated from the description of Fixably API by specloom; edits will be lost.

"""`NewOrderDeviceInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["NewOrderDeviceInput"]


class NewOrderDeviceInput(_TypedDict):
    """The device to be repaired. At least one of `id`, `imeiNumber` and `serialNumber` is required."""

    id: _NotRequired[int]
    """Id of the device."""

    imei_number: _NotRequired[str]
    """IMEI number of the device."""

    serial_number: _NotRequired[str]
    """Serial number of the device. May be empty only if the tenant's system settings for the API
    allow it.
    """


NEW_ORDER_DEVICE_INPUT: _Shape = _Shape(
    {"imei_number": "imeiNumber", "serial_number": "serialNumber"},
    given=["id", "imei_number", "serial_number"],
    numbers=["id"],
)

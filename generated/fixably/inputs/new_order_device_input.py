# Generated from the description of Fixably API by specloom; edits will be lost.

"""`NewOrderDeviceInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import Shape

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["NewOrderDeviceInput"]


class NewOrderDeviceInput(TypedDict):
    """The device to be repaired. At least one of `id`, `imeiNumber` and `serialNumber` is required."""

    id: NotRequired[int]
    """Id of the device."""

    imei_number: NotRequired[str]
    """IMEI number of the device."""

    serial_number: NotRequired[str]
    """Serial number of the device. May be empty only if the tenant's system settings for the API
    allow it.
    """


NEW_ORDER_DEVICE_INPUT: Shape = Shape(
    {"imei_number": "imeiNumber", "serial_number": "serialNumber"}
)

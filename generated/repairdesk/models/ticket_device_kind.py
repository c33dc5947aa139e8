# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketDeviceKind`."""

from __future__ import annotations

from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model

__all__ = ["TicketDeviceKind"]


class TicketDeviceKind(_Model):
    """Which device stands on a ticket."""

    id: _Text | None = None
    """Id of the device."""

    name: str | None = None
    """Name of the device."""

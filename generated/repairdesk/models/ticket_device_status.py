# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketDeviceStatus`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["TicketDeviceStatus"]


class TicketDeviceStatus(_Model):
    """How far the work on a ticket's device is."""

    name: str | None = None
    """Name of the status."""

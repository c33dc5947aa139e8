# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`Ticket`."""

from __future__ import annotations

from typing import Any as _Any

from .._runtime.model import Model as _Model
from .ticket_device import TicketDevice
from .ticket_note import TicketNote
from .ticket_summary import TicketSummary

__all__ = ["Ticket"]


class Ticket(_Model):
    """A ticket as stored. Any member may be missing, and others may be there."""

    summary: TicketSummary | None = None
    """The ticket as a whole."""

    devices: list[TicketDevice] | None = None
    """What is to be repaired."""

    notes: list[TicketNote] | None = None
    """Notes on the ticket."""

    hostory: _Any = None
    """What happened so far. The vendor spells it like this."""

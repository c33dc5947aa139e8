# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketStatus`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["TicketStatus"]


class TicketStatus(_Model):
    """A status that a ticket's device can have."""

    name: str | None = None
    """Name of the status."""

    color: str | None = None
    """Colour in which it is shown."""

    type: int | str | None = None
    """What sort of status it is. The values are not documented."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketNote`."""

from __future__ import annotations

from .._runtime.features.either import UnixTimeOrText as _UnixTimeOrText
from .._runtime.model import Model as _Model

__all__ = ["TicketNote"]


class TicketNote(_Model):
    """A note on a ticket, as stored."""

    msg_text: str | None = None
    """The note."""

    tittle: str | None = None
    """Its title. The vendor spells it like this."""

    type: int | str | None = None
    """What sort of note it is. The values are not documented."""

    is_flag: bool | int | str | None = None
    """Whether it is marked."""

    created_on: _UnixTimeOrText | None = None
    """When it was written."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketSummary`."""

from __future__ import annotations

from typing import Any as _Any

from .._runtime.features.either import UnixTimeOrText as _UnixTimeOrText
from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model

__all__ = ["TicketSummary"]


class TicketSummary(_Model):
    """A ticket as a whole, as stored."""

    id: _Text | None = None
    """Id of the ticket."""

    order_id: _Text | None = None
    """Number that people see."""

    created_date: _UnixTimeOrText | None = None
    """When it was created."""

    customer: dict[str, _Any] | None = None
    """Whose ticket it is. Its members are not documented."""

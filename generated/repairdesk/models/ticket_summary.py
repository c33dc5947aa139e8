# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketSummary`."""

from __future__ import annotations

from typing import Any as _Any

from .._runtime.model import Model as _Model

__all__ = ["TicketSummary"]


class TicketSummary(_Model):
    """A ticket as a whole, as stored."""

    id: int | str | None = None
    """Id of the ticket."""

    order_id: int | str | None = None
    """Number that people see."""

    created_date: int | str | None = None
    """When it was created."""

    customer: dict[str, _Any] | None = None
    """Whose ticket it is. Its members are not documented."""

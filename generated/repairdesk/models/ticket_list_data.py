# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketListData`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .pagination import Pagination
from .ticket import Ticket

__all__ = ["TicketListData"]


class TicketListData(Model):
    """Tickets and where this page stands."""

    ticket_data: Annotated[list[Ticket] | None, Field(alias="ticketData")] = None
    """The tickets of this page."""

    pagination: Pagination | None = None
    """Where this page stands."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketListData`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .pagination import Pagination
from .ticket import Ticket

__all__ = ["TicketListData"]


class TicketListData(_Model):
    """Tickets and where this page stands."""

    ticket_data: _Annotated[list[Ticket] | None, _Field(alias="ticketData")] = None
    """The tickets of this page."""

    pagination: Pagination | None = None
    """Where this page stands."""

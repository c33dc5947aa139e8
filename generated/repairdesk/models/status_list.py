# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`StatusList`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.model import Model
from .ticket_status import TicketStatus

__all__ = ["StatusList"]


class StatusList(Model):
    """Ticket statuses."""

    success: bool | None = None
    """Whether the call worked; a good HTTP status does not tell."""

    status_code: Annotated[int | str | None, Field(alias="statusCode")] = None
    """RepairDesk's own code of how it went."""

    message: str | None = None
    """How it went, for people."""

    data: list[TicketStatus] | dict[str, Any] | None = None
    """The statuses; in which shape is not documented."""

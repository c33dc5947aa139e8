# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`StatusList`."""

from __future__ import annotations

from typing import Annotated as _Annotated, Any as _Any

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .ticket_status import TicketStatus

__all__ = ["StatusList"]


class StatusList(_Model):
    """Ticket statuses."""

    success: bool | None = None
    """Whether the call worked; a good HTTP status does not tell."""

    status_code: _Annotated[int | str | None, _Field(alias="statusCode")] = None
    """RepairDesk's own code of how it went."""

    message: str | None = None
    """How it went, for people."""

    data: list[TicketStatus] | dict[str, _Any] | None = None
    """The statuses; in which shape is not documented."""

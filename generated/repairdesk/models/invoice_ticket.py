# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceTicket`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["InvoiceTicket"]


class InvoiceTicket(Model):
    """The ticket that an invoice was made from."""

    is_ticket: Annotated[bool | int | str | None, Field(alias="isTicket")] = None
    """Whether there is one."""

    id: int | str | None = None
    """Id of the ticket."""

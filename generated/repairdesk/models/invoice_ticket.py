# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceTicket`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model

__all__ = ["InvoiceTicket"]


class InvoiceTicket(_Model):
    """The ticket that an invoice was made from."""

    is_ticket: _Annotated[bool | int | str | None, _Field(alias="isTicket")] = None
    """Whether there is one."""

    id: _Text | None = None
    """Id of the ticket."""

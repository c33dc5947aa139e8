# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceAnswer`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .invoice import Invoice

__all__ = ["InvoiceAnswer"]


class InvoiceAnswer(Model):
    """One invoice."""

    success: bool | None = None
    """Whether the call worked; a good HTTP status does not tell."""

    status_code: Annotated[int | str | None, Field(alias="statusCode")] = None
    """RepairDesk's own code of how it went."""

    message: str | None = None
    """How it went, for people."""

    data: Invoice | None = None
    """The invoice."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceAnswer`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .invoice import Invoice

__all__ = ["InvoiceAnswer"]


class InvoiceAnswer(_Model):
    """One invoice."""

    success: bool | None = None
    """Whether the call worked; a good HTTP status does not tell."""

    status_code: _Annotated[int | str | None, _Field(alias="statusCode")] = None
    """RepairDesk's own code of how it went."""

    message: str | None = None
    """How it went, for people."""

    data: Invoice | None = None
    """The invoice."""

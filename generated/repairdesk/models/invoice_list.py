# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceList`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .invoice import Invoice
from .invoice_list_data import InvoiceListData

__all__ = ["InvoiceList"]


class InvoiceList(Model):
    """One page of invoices."""

    success: bool | None = None
    """Whether the call worked; a good HTTP status does not tell."""

    status_code: Annotated[int | str | None, Field(alias="statusCode")] = None
    """RepairDesk's own code of how it went."""

    message: str | None = None
    """How it went, for people."""

    data: InvoiceListData | list[Invoice] | None = None
    """The invoices and where this page stands; an empty array where there are none."""

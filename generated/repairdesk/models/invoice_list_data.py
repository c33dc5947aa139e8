# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceListData`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .invoice import Invoice
from .pagination import Pagination

__all__ = ["InvoiceListData"]


class InvoiceListData(Model):
    """Invoices and where this page stands."""

    invoice_data: Annotated[list[Invoice] | None, Field(alias="invoiceData")] = None
    """The invoices of this page."""

    pagination: Pagination | None = None
    """Where this page stands."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceListData`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .invoice import Invoice
from .pagination import Pagination

__all__ = ["InvoiceListData"]


class InvoiceListData(_Model):
    """Invoices and where this page stands."""

    invoice_data: _Annotated[list[Invoice] | None, _Field(alias="invoiceData")] = None
    """The invoices of this page."""

    pagination: Pagination | None = None
    """Where this page stands."""

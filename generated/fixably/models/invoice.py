# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Invoice`."""

from __future__ import annotations

import datetime as _datetime
from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from ..links import Collection as _Collection
from .invoice_method import InvoiceMethod
from .invoice_type import InvoiceType

if TYPE_CHECKING:
    from .customer import Customer
    from .file import File
    from .invoice_line import InvoiceLine
    from .invoice_line_page import InvoiceLinePage
    from .invoice_page import InvoicePage
    from .order import Order
    from .payment import Payment
    from .payment_page import PaymentPage
    from .payment_term import PaymentTerm

if not TYPE_CHECKING:
    Customer = _lazy(__name__, "customer", "Customer")
    File = _lazy(__name__, "file", "File")
    InvoiceLine = _lazy(__name__, "invoice_line", "InvoiceLine")
    InvoiceLinePage = _lazy(__name__, "invoice_line_page", "InvoiceLinePage")
    InvoicePage = _lazy(__name__, "invoice_page", "InvoicePage")
    Order = _lazy(__name__, "order", "Order")
    Payment = _lazy(__name__, "payment", "Payment")
    PaymentPage = _lazy(__name__, "payment_page", "PaymentPage")
    PaymentTerm = _lazy(__name__, "payment_term", "PaymentTerm")

__all__ = ["Invoice"]


class Invoice(_LinkedModel):
    """An invoice or a receipt."""

    href: str | None = None
    """Address of this invoice."""

    id: int | None = None
    """Id of the invoice."""

    name: str | None = None
    """Name of the payer."""

    type: InvoiceType | None = None
    """Whether it is an invoice, or which kind of receipt."""

    method: InvoiceMethod | None = None
    """How it is sent or charged."""

    created: _datetime.datetime | None = None
    """When the invoice was created."""

    paid_date: _Annotated[_datetime.datetime | None, _Field(alias="paidDate")] = None
    """When the invoice was paid; null until then."""

    reference: str | None = None
    """Reference of the tenant's choice; may be empty."""

    total0: _Decimal | None = None
    """Total without tax."""

    total: _Decimal | None = None
    """Total with tax."""

    total_paid: _Annotated[_Decimal | None, _Field(alias="totalPaid")] = None
    """Paid so far, with tax."""

    total_paid0: _Annotated[_Decimal | None, _Field(alias="totalPaid0")] = None
    """Paid so far, without tax."""

    total_outstanding: _Annotated[_Decimal | None, _Field(alias="totalOutstanding")] = None
    """Still to be paid, with tax."""

    total_outstanding0: _Annotated[_Decimal | None, _Field(alias="totalOutstanding0")] = None
    """Still to be paid, without tax."""

    is_consolidated: _Annotated[bool | None, _Field(alias="isConsolidated")] = None
    """Whether the invoice is part of a consolidated invoice."""

    consolidated_to: _Annotated[str | None, _Field(alias="consolidatedTo")] = None
    """Address of the main invoice that this one went into."""

    consolidated_invoices: _Annotated[
        _Collection[InvoicePage, Invoice] | None, _Field(alias="consolidatedInvoices")
    ] = None
    """Invoices that are consolidated with this one."""

    lines: _Collection[InvoiceLinePage, InvoiceLine] | None = None
    """What is invoiced."""

    payments: _Collection[PaymentPage, Payment] | None = None
    """Payments of this invoice."""

    payment_terms: _Annotated[_Link[PaymentTerm] | None, _Field(alias="paymentTerms")] = None
    """Payment term of this invoice."""

    order: _Link[Order] | None = None
    """Order that is invoiced."""

    customer: _Link[Customer] | None = None
    """Customer who is invoiced."""

    invoice_file: _Annotated[_Link[File] | None, _Field(alias="invoiceFile")] = None
    """The invoice as a PDF file."""

    receipt_file: _Annotated[_Link[File] | None, _Field(alias="receiptFile")] = None
    """The receipt as a PDF file."""

    invoice_receipt: _Annotated[_Link[File] | None, _Field(alias="invoiceReceipt")] = None
    """The receipt as a PDF file, under the other of the two names that it may have."""

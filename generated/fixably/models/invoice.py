# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Invoice`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model
from .invoice_method import InvoiceMethod
from .invoice_type import InvoiceType

if TYPE_CHECKING:
    from .customer import Customer
    from .file import File
    from .invoice_line_page import InvoiceLinePage
    from .invoice_page import InvoicePage
    from .order import Order
    from .payment_page import PaymentPage
    from .payment_term import PaymentTerm
else:
    Customer = later(__name__, "customer", "Customer")
    File = later(__name__, "file", "File")
    InvoiceLinePage = later(__name__, "invoice_line_page", "InvoiceLinePage")
    InvoicePage = later(__name__, "invoice_page", "InvoicePage")
    Order = later(__name__, "order", "Order")
    PaymentPage = later(__name__, "payment_page", "PaymentPage")
    PaymentTerm = later(__name__, "payment_term", "PaymentTerm")

__all__ = ["Invoice"]


class Invoice(Model):
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

    created: datetime.datetime | None = None
    """When the invoice was created."""

    paid_date: Annotated[datetime.datetime | None, Field(alias="paidDate")] = None
    """When the invoice was paid; null until then."""

    reference: str | None = None
    """Reference of the tenant's choice; may be empty."""

    total0: Decimal | None = None
    """Total without tax."""

    total: Decimal | None = None
    """Total with tax."""

    total_paid: Annotated[Decimal | None, Field(alias="totalPaid")] = None
    """Paid so far, with tax."""

    total_paid0: Annotated[Decimal | None, Field(alias="totalPaid0")] = None
    """Paid so far, without tax."""

    total_outstanding: Annotated[Decimal | None, Field(alias="totalOutstanding")] = None
    """Still to be paid, with tax."""

    total_outstanding0: Annotated[Decimal | None, Field(alias="totalOutstanding0")] = None
    """Still to be paid, without tax."""

    is_consolidated: Annotated[bool | None, Field(alias="isConsolidated")] = None
    """Whether the invoice is part of a consolidated invoice."""

    consolidated_to: Annotated[str | None, Field(alias="consolidatedTo")] = None
    """Address of the main invoice that this one went into."""

    consolidated_invoices: Annotated[
        Link[InvoicePage] | None, Field(alias="consolidatedInvoices")
    ] = None
    """Invoices that are consolidated with this one."""

    lines: Link[InvoiceLinePage] | None = None
    """What is invoiced."""

    payments: Link[PaymentPage] | None = None
    """Payments of this invoice."""

    payment_terms: Annotated[Link[PaymentTerm] | None, Field(alias="paymentTerms")] = None
    """Payment term of this invoice."""

    order: Link[Order] | None = None
    """Order that is invoiced."""

    customer: Link[Customer] | None = None
    """Customer who is invoiced."""

    invoice_file: Annotated[Link[File] | None, Field(alias="invoiceFile")] = None
    """The invoice as a PDF file."""

    receipt_file: Annotated[Link[File] | None, Field(alias="receiptFile")] = None
    """The receipt as a PDF file."""

    invoice_receipt: Annotated[Link[File] | None, Field(alias="invoiceReceipt")] = None
    """The receipt as a PDF file, under the other of the two names that it may have."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Find, make and change invoices."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.paging import PageNumber
from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime.paging import AsyncPager, Pager
    from ..inputs.invoice_item_create_input import InvoiceItemCreateInput
    from ..inputs.invoice_summary_create_input import InvoiceSummaryCreateInput
    from ..models.answer import Answer
    from ..models.invoice import Invoice
    from ..models.invoice_answer import InvoiceAnswer
    from .invoices_due_amount import AsyncInvoicesDueAmount, InvoicesDueAmount
    from .invoices_payment_methods import AsyncInvoicesPaymentMethods, InvoicesPaymentMethods
    from .invoices_payments import AsyncInvoicesPayments, InvoicesPayments

__all__ = ["AsyncInvoices", "Invoices"]


class Invoices(Resource):
    """Find, make and change invoices."""

    @cached_property
    def due_amount(self) -> InvoicesDueAmount:
        """What is left to pay."""
        from .invoices_due_amount import InvoicesDueAmount

        return InvoicesDueAmount(self._session)

    @cached_property
    def payment_methods(self) -> InvoicesPaymentMethods:
        """Ways of paying an invoice."""
        from .invoices_payment_methods import InvoicesPaymentMethods

        return InvoicesPaymentMethods(self._session)

    @cached_property
    def payments(self) -> InvoicesPayments:
        """Payments of an invoice."""
        from .invoices_payments import InvoicesPayments

        return InvoicesPayments(self._session)

    def list(
        self,
        *,
        keyword: str | None = None,
        page_size: int | None = None,
        page: int | None = None,
        status: Literal["paid", "unpaid", "refunded", "partial"] | str | None = None,
        from_date: datetime.datetime | int | None = None,
        to_date: datetime.datetime | int | None = None,
        filter: Literal[0, 1, 7, 30] | int | None = None,
    ) -> Pager[Invoice]:
        """List invoices, by default those of today.

        Gives invoices page by page. Without a search or dates only today's invoices come: send
        `filter` 0 for all.

        `GET /invoices`

        Args:
            keyword: Words to look for.
            page_size: How many invoices a page has.
            page: Number of the page; the first is 0. Server default: `0`.
            status: Only invoices with this status.
            from_date: Only invoices created at this time or later, in seconds since 1970-01-01
                UTC.
            to_date: Only invoices created at this time or earlier, in seconds since 1970-01-01
                UTC.
            filter: Which days' invoices to give: 1 for yesterday, 7 or 30 for as many days, 0
                for all.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.invoice_list import InvoiceList

        return self._pages(
            _list(
                keyword=keyword,
                page_size=page_size,
                page=page,
                status=status,
                from_date=from_date,
                to_date=to_date,
                filter=filter,
            ),
            InvoiceList,
            _INVOICES,
        )

    def get(self, invoice_id: int | str) -> InvoiceAnswer:
        """Get an invoice.

        Gives one invoice with its items and payments.

        `GET /invoices/{invoice_id}`

        Args:
            invoice_id: Id of the invoice.
        """
        from ..models.invoice_answer import InvoiceAnswer

        return self._json(_get(invoice_id), InvoiceAnswer)

    def create(
        self,
        invoice_id: int | str,
        *,
        summary: InvoiceSummaryCreateInput | None = None,
        items: Sequence[InvoiceItemCreateInput] | None = None,
    ) -> Answer:
        """Create an invoice.

        Makes an invoice for a customer. Prices, taxes, times and ids are sent as text.

        The vendor lists this call with an id in its address and does not say which; customers and
        tickets are created without one.

        `POST /invoices/{invoice_id}`

        Args:
            invoice_id: Id in the address; of what is not documented.
            summary: The invoice as a whole.
            items: What to charge for.
        """
        from ..models.answer import Answer

        return self._json(_create(invoice_id, summary=summary, items=items), Answer)

    def update(
        self,
        invoice_id: int | str,
        *,
        summary: InvoiceSummaryCreateInput | None = None,
        items: Sequence[InvoiceItemCreateInput] | None = None,
    ) -> Answer:
        """Change an invoice.

        Replaces an invoice. What becomes of members that are left out is not documented: send all
        that you want to keep.

        `PUT /invoices/{invoice_id}`

        Args:
            invoice_id: Id of the invoice.
            summary: The invoice as a whole.
            items: What to charge for.
        """
        from ..models.answer import Answer

        return self._json(_update(invoice_id, summary=summary, items=items), Answer)


class AsyncInvoices(AsyncResource):
    """Find, make and change invoices."""

    @cached_property
    def due_amount(self) -> AsyncInvoicesDueAmount:
        """What is left to pay."""
        from .invoices_due_amount import AsyncInvoicesDueAmount

        return AsyncInvoicesDueAmount(self._session)

    @cached_property
    def payment_methods(self) -> AsyncInvoicesPaymentMethods:
        """Ways of paying an invoice."""
        from .invoices_payment_methods import AsyncInvoicesPaymentMethods

        return AsyncInvoicesPaymentMethods(self._session)

    @cached_property
    def payments(self) -> AsyncInvoicesPayments:
        """Payments of an invoice."""
        from .invoices_payments import AsyncInvoicesPayments

        return AsyncInvoicesPayments(self._session)

    def list(
        self,
        *,
        keyword: str | None = None,
        page_size: int | None = None,
        page: int | None = None,
        status: Literal["paid", "unpaid", "refunded", "partial"] | str | None = None,
        from_date: datetime.datetime | int | None = None,
        to_date: datetime.datetime | int | None = None,
        filter: Literal[0, 1, 7, 30] | int | None = None,
    ) -> AsyncPager[Invoice]:
        """List invoices, by default those of today.

        Gives invoices page by page. Without a search or dates only today's invoices come: send
        `filter` 0 for all.

        `GET /invoices`

        Args:
            keyword: Words to look for.
            page_size: How many invoices a page has.
            page: Number of the page; the first is 0. Server default: `0`.
            status: Only invoices with this status.
            from_date: Only invoices created at this time or later, in seconds since 1970-01-01
                UTC.
            to_date: Only invoices created at this time or earlier, in seconds since 1970-01-01
                UTC.
            filter: Which days' invoices to give: 1 for yesterday, 7 or 30 for as many days, 0
                for all.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.invoice_list import InvoiceList

        return self._pages(
            _list(
                keyword=keyword,
                page_size=page_size,
                page=page,
                status=status,
                from_date=from_date,
                to_date=to_date,
                filter=filter,
            ),
            InvoiceList,
            _INVOICES,
        )

    async def get(self, invoice_id: int | str) -> InvoiceAnswer:
        """Get an invoice.

        Gives one invoice with its items and payments.

        `GET /invoices/{invoice_id}`

        Args:
            invoice_id: Id of the invoice.
        """
        from ..models.invoice_answer import InvoiceAnswer

        return await self._json(_get(invoice_id), InvoiceAnswer)

    async def create(
        self,
        invoice_id: int | str,
        *,
        summary: InvoiceSummaryCreateInput | None = None,
        items: Sequence[InvoiceItemCreateInput] | None = None,
    ) -> Answer:
        """Create an invoice.

        Makes an invoice for a customer. Prices, taxes, times and ids are sent as text.

        The vendor lists this call with an id in its address and does not say which; customers and
        tickets are created without one.

        `POST /invoices/{invoice_id}`

        Args:
            invoice_id: Id in the address; of what is not documented.
            summary: The invoice as a whole.
            items: What to charge for.
        """
        from ..models.answer import Answer

        return await self._json(_create(invoice_id, summary=summary, items=items), Answer)

    async def update(
        self,
        invoice_id: int | str,
        *,
        summary: InvoiceSummaryCreateInput | None = None,
        items: Sequence[InvoiceItemCreateInput] | None = None,
    ) -> Answer:
        """Change an invoice.

        Replaces an invoice. What becomes of members that are left out is not documented: send all
        that you want to keep.

        `PUT /invoices/{invoice_id}`

        Args:
            invoice_id: Id of the invoice.
            summary: The invoice as a whole.
            items: What to charge for.
        """
        from ..models.answer import Answer

        return await self._json(_update(invoice_id, summary=summary, items=items), Answer)


_INVOICES = PageNumber(
    "page",
    items="data.invoice_data",
    total="data.pagination.total_records",
    size="pagesize",
    first=0,
)


def _list(
    *,
    keyword: str | None,
    page_size: int | None,
    page: int | None,
    status: Literal["paid", "unpaid", "refunded", "partial"] | str | None,
    from_date: datetime.datetime | int | None,
    to_date: datetime.datetime | int | None,
    filter: Literal[0, 1, 7, 30] | int | None,
) -> Request:
    from .._runtime.encoding import UNIX_TIME, encode

    request = Request("GET", "/invoices", listing=True)
    request.query("keyword", keyword)
    request.query("pagesize", page_size)
    request.query("page", page)
    request.query("status", status)
    request.query("from_date", encode(from_date, UNIX_TIME))
    request.query("to_date", encode(to_date, UNIX_TIME))
    request.query("filter", filter)
    return request


def _get(invoice_id: int | str) -> Request:
    request = Request("GET", "/invoices/{invoice_id}")
    request.path("invoice_id", invoice_id)
    return request


def _create(
    invoice_id: int | str,
    *,
    summary: InvoiceSummaryCreateInput | None,
    items: Sequence[InvoiceItemCreateInput] | None,
) -> Request:
    from ..inputs.invoice_summary_create_input import INVOICE_SUMMARY_CREATE_INPUT

    request = Request("POST", "/invoices/{invoice_id}")
    request.path("invoice_id", invoice_id)
    request.field("summary", summary, INVOICE_SUMMARY_CREATE_INPUT)
    request.field("items", items)
    return request


def _update(
    invoice_id: int | str,
    *,
    summary: InvoiceSummaryCreateInput | None,
    items: Sequence[InvoiceItemCreateInput] | None,
) -> Request:
    from ..inputs.invoice_summary_create_input import INVOICE_SUMMARY_CREATE_INPUT

    request = Request("PUT", "/invoices/{invoice_id}")
    request.path("invoice_id", invoice_id)
    request.field("summary", summary, INVOICE_SUMMARY_CREATE_INPUT)
    request.field("items", items)
    return request

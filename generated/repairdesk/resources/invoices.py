# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Find, make and change invoices."""

from __future__ import annotations

from functools import cached_property as _cached_property
from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_number import PageNumber as _PageNumber
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    import datetime as _datetime
    from collections.abc import Sequence as _Sequence
    from typing import Literal as _Literal

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.unset import Unset as _Unset
    from ..inputs.invoice_item_create_input import InvoiceItemCreateInput
    from ..inputs.invoice_summary_create_input import InvoiceSummaryCreateInput
    from ..models.answer import Answer
    from ..models.invoice import Invoice
    from ..models.invoice_answer import InvoiceAnswer
    from .invoices_due_amount import AsyncInvoicesDueAmount, InvoicesDueAmount
    from .invoices_payment_methods import AsyncInvoicesPaymentMethods, InvoicesPaymentMethods
    from .invoices_payments import AsyncInvoicesPayments, InvoicesPayments

__all__ = ["AsyncInvoices", "Invoices"]


class Invoices(_PagingResource):
    """Find, make and change invoices."""

    @_cached_property
    def due_amount(self) -> InvoicesDueAmount:
        """What is left to pay."""
        from .invoices_due_amount import InvoicesDueAmount

        return InvoicesDueAmount(self._session)

    @_cached_property
    def payment_methods(self) -> InvoicesPaymentMethods:
        """Ways of paying an invoice."""
        from .invoices_payment_methods import InvoicesPaymentMethods

        return InvoicesPaymentMethods(self._session)

    @_cached_property
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
        status: _Literal["paid", "unpaid", "refunded", "partial"] | str | None = None,
        from_date: _datetime.datetime | _datetime.date | int | None = None,
        to_date: _datetime.datetime | _datetime.date | int | None = None,
        filter: _Literal[0, 1, 7, 30] | int | None = None,
    ) -> _Pager[Invoice]:
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
            _list_request(
                keyword=keyword,
                page_size=page_size,
                page=page,
                status=status,
                from_date=from_date,
                to_date=to_date,
                filter=filter,
            ),
            InvoiceList,
            _INVOICES_PAGING,
        )

    def get(self, invoice_id: str | int) -> InvoiceAnswer:
        """Get an invoice.

        Gives one invoice with its items and payments.

        `GET /invoices/{invoice_id}`

        Args:
            invoice_id: Id of the invoice.
        """
        from ..models.invoice_answer import InvoiceAnswer

        return self._json(_get_request(invoice_id), InvoiceAnswer)

    def create(
        self,
        invoice_id: str | int,
        *,
        summary: InvoiceSummaryCreateInput | _Unset = _UNSET,
        items: _Sequence[InvoiceItemCreateInput] | _Unset = _UNSET,
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

        return self._json(_create_request(invoice_id, summary=summary, items=items), Answer)

    def update(
        self,
        invoice_id: str | int,
        *,
        summary: InvoiceSummaryCreateInput | _Unset = _UNSET,
        items: _Sequence[InvoiceItemCreateInput] | _Unset = _UNSET,
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

        return self._json(_update_request(invoice_id, summary=summary, items=items), Answer)


class AsyncInvoices(_AsyncPagingResource):
    """Find, make and change invoices."""

    @_cached_property
    def due_amount(self) -> AsyncInvoicesDueAmount:
        """What is left to pay."""
        from .invoices_due_amount import AsyncInvoicesDueAmount

        return AsyncInvoicesDueAmount(self._session)

    @_cached_property
    def payment_methods(self) -> AsyncInvoicesPaymentMethods:
        """Ways of paying an invoice."""
        from .invoices_payment_methods import AsyncInvoicesPaymentMethods

        return AsyncInvoicesPaymentMethods(self._session)

    @_cached_property
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
        status: _Literal["paid", "unpaid", "refunded", "partial"] | str | None = None,
        from_date: _datetime.datetime | _datetime.date | int | None = None,
        to_date: _datetime.datetime | _datetime.date | int | None = None,
        filter: _Literal[0, 1, 7, 30] | int | None = None,
    ) -> _AsyncPager[Invoice]:
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
            _list_request(
                keyword=keyword,
                page_size=page_size,
                page=page,
                status=status,
                from_date=from_date,
                to_date=to_date,
                filter=filter,
            ),
            InvoiceList,
            _INVOICES_PAGING,
        )

    async def get(self, invoice_id: str | int) -> InvoiceAnswer:
        """Get an invoice.

        Gives one invoice with its items and payments.

        `GET /invoices/{invoice_id}`

        Args:
            invoice_id: Id of the invoice.
        """
        from ..models.invoice_answer import InvoiceAnswer

        return await self._json(_get_request(invoice_id), InvoiceAnswer)

    async def create(
        self,
        invoice_id: str | int,
        *,
        summary: InvoiceSummaryCreateInput | _Unset = _UNSET,
        items: _Sequence[InvoiceItemCreateInput] | _Unset = _UNSET,
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

        return await self._json(_create_request(invoice_id, summary=summary, items=items), Answer)

    async def update(
        self,
        invoice_id: str | int,
        *,
        summary: InvoiceSummaryCreateInput | _Unset = _UNSET,
        items: _Sequence[InvoiceItemCreateInput] | _Unset = _UNSET,
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

        return await self._json(_update_request(invoice_id, summary=summary, items=items), Answer)


_INVOICES_PAGING = _PageNumber(
    "page",
    items="data.invoice_data",
    total="data.pagination.total_records",
    more="data.pagination.next_page_exist",
    following="data.pagination.next_page",
    first=0,
)


def _list_request(
    *,
    keyword: str | None,
    page_size: int | None,
    page: int | None,
    status: _Literal["paid", "unpaid", "refunded", "partial"] | str | None,
    from_date: _datetime.datetime | _datetime.date | int | None,
    to_date: _datetime.datetime | _datetime.date | int | None,
    filter: _Literal[0, 1, 7, 30] | int | None,
) -> _Request:
    from .._runtime.encoding import encode as _encode
    from .._runtime.features.seconds import UNIX_TIME as _UNIX_TIME

    _request = _Request("GET", "/invoices", listing=True)
    _request.numbers(
        page_size=page_size, page=page, from_date=from_date, to_date=to_date, filter=filter
    )
    _request.query("keyword", keyword)
    _request.query("pagesize", page_size)
    _request.query("page", page)
    _request.query("status", status)
    _request.query("from_date", _encode(from_date, _UNIX_TIME))
    _request.query("to_date", _encode(to_date, _UNIX_TIME))
    _request.query("filter", filter)
    return _request


def _get_request(invoice_id: str | int) -> _Request:
    _request = _Request("GET", "/invoices/{invoice_id}")
    _request.path("invoice_id", invoice_id)
    return _request


def _create_request(
    invoice_id: str | int,
    *,
    summary: InvoiceSummaryCreateInput | _Unset,
    items: _Sequence[InvoiceItemCreateInput] | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.invoice_item_create_input import INVOICE_ITEM_CREATE_INPUT
    from ..inputs.invoice_summary_create_input import INVOICE_SUMMARY_CREATE_INPUT

    _request = _Request("POST", "/invoices/{invoice_id}")
    _request.path("invoice_id", invoice_id)
    _request.field("summary", summary, INVOICE_SUMMARY_CREATE_INPUT)
    _request.field("items", items, _Items(INVOICE_ITEM_CREATE_INPUT))
    return _request


def _update_request(
    invoice_id: str | int,
    *,
    summary: InvoiceSummaryCreateInput | _Unset,
    items: _Sequence[InvoiceItemCreateInput] | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.invoice_item_create_input import INVOICE_ITEM_CREATE_INPUT
    from ..inputs.invoice_summary_create_input import INVOICE_SUMMARY_CREATE_INPUT

    _request = _Request("PUT", "/invoices/{invoice_id}")
    _request.path("invoice_id", invoice_id)
    _request.field("summary", summary, INVOICE_SUMMARY_CREATE_INPUT)
    _request.field("items", items, _Items(INVOICE_ITEM_CREATE_INPUT))
    return _request

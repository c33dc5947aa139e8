# Generated from the description of Fixably API by specloom; edits will be lost.

"""Invoices and receipts, their lines, and what is paid on them."""

from __future__ import annotations

from functools import cached_property as _cached_property
from typing import TYPE_CHECKING

from .._runtime.features.links import Link as _Link
from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_offset import Offset as _Offset
from .._runtime.features.search import SearchGrammar as _SearchGrammar
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence
    from decimal import Decimal as _Decimal

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.features.search import Search as _Search
    from .._runtime.unset import Unset as _Unset
    from ..inputs.id_reference_input import IdReferenceInput
    from ..inputs.invoice_page_relation_input import InvoicePageRelationInput
    from ..inputs.invoice_relation_input import InvoiceRelationInput
    from ..models.invoice import Invoice
    from ..models.invoice_signature_result import InvoiceSignatureResult
    from ..models.payment import Payment
    from .invoices_consolidated import AsyncInvoicesConsolidated, InvoicesConsolidated
    from .invoices_lines import AsyncInvoicesLines, InvoicesLines

__all__ = ["AsyncInvoices", "Invoices"]


class Invoices(_PagingResource):
    """Invoices and receipts, their lines, and what is paid on them."""

    @_cached_property
    def consolidated(self) -> InvoicesConsolidated:
        """Calls under `invoices.consolidated`."""
        from .invoices_consolidated import InvoicesConsolidated

        return InvoicesConsolidated(self._session)

    @_cached_property
    def lines(self) -> InvoicesLines:
        """Calls under `invoices.lines`."""
        from .invoices_lines import InvoicesLines

        return InvoicesLines(self._session)

    def list(
        self,
        *,
        expand: _Sequence[InvoicePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[Invoice]:
        """List invoices and receipts.

        Gives links only, unless `items` are expanded. `q` can search `type`, `reference`,
        `created`, `paidDate`, `consolidated`, `consolidatedId` and `order.id`, for example
        `created:[2025-03-01,2025-03-31]` or `consolidated:true`.

        `GET /invoices`

        Args:
            expand: What to have in full instead of as links. Relations of an item stand in
                parentheses. Takes a list of names, those of nested relations with dots between, or
                a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.invoice_page import InvoicePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            InvoicePage,
            _OFFSET_PAGING,
        )

    def get(
        self, invoice_id: int, *, expand: _Sequence[InvoiceRelationInput] | str | None = None
    ) -> Invoice:
        """Get an invoice or a receipt.

        Lines, payments, the order, the customer and the PDF files come as links, unless they are
        expanded.

        `GET /invoices/{invoice_id}`

        Args:
            invoice_id: Id of the invoice.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.invoice import Invoice

        return self._json(_get_request(invoice_id, expand=expand), Invoice)

    def charge(
        self,
        invoice_id: int,
        *,
        amount: _Decimal | int | str,
        payment_type: IdReferenceInput,
        reference: str | _Unset = _UNSET,
    ) -> _Link[Payment]:
        """Mark an invoice as paid.

        Records a payment that was made in another system. No money is moved.

        `POST /invoices/{invoice_id}/charge`

        Args:
            invoice_id: Id of the invoice.
            amount: How much was paid.
            payment_type: How it was paid, as the id of one of the tenant's payment types.
            reference: Reference number of the invoice.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.payment import Payment

        return self._json(
            _charge_request(
                invoice_id, amount=amount, payment_type=payment_type, reference=reference
            ),
            _Link[Payment],
        )

    def sign(self, invoice_id: int, *, qr_code: str) -> InvoiceSignatureResult:
        """Set the signature of an invoice's QR code.

        Stores the secure string of which the invoice shows a QR code, as the law of some countries
        demands, Austria and Germany among them.

        `POST /invoices/{invoice_id}/sign`

        Args:
            invoice_id: Id of the invoice.
            qr_code: Secure string that the invoice shows as a QR code.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.invoice_signature_result import InvoiceSignatureResult

        return self._json(_sign_request(invoice_id, qr_code=qr_code), InvoiceSignatureResult)


class AsyncInvoices(_AsyncPagingResource):
    """Invoices and receipts, their lines, and what is paid on them."""

    @_cached_property
    def consolidated(self) -> AsyncInvoicesConsolidated:
        """Calls under `invoices.consolidated`."""
        from .invoices_consolidated import AsyncInvoicesConsolidated

        return AsyncInvoicesConsolidated(self._session)

    @_cached_property
    def lines(self) -> AsyncInvoicesLines:
        """Calls under `invoices.lines`."""
        from .invoices_lines import AsyncInvoicesLines

        return AsyncInvoicesLines(self._session)

    def list(
        self,
        *,
        expand: _Sequence[InvoicePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[Invoice]:
        """List invoices and receipts.

        Gives links only, unless `items` are expanded. `q` can search `type`, `reference`,
        `created`, `paidDate`, `consolidated`, `consolidatedId` and `order.id`, for example
        `created:[2025-03-01,2025-03-31]` or `consolidated:true`.

        `GET /invoices`

        Args:
            expand: What to have in full instead of as links. Relations of an item stand in
                parentheses. Takes a list of names, those of nested relations with dots between, or
                a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.invoice_page import InvoicePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            InvoicePage,
            _OFFSET_PAGING,
        )

    async def get(
        self, invoice_id: int, *, expand: _Sequence[InvoiceRelationInput] | str | None = None
    ) -> Invoice:
        """Get an invoice or a receipt.

        Lines, payments, the order, the customer and the PDF files come as links, unless they are
        expanded.

        `GET /invoices/{invoice_id}`

        Args:
            invoice_id: Id of the invoice.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.invoice import Invoice

        return await self._json(_get_request(invoice_id, expand=expand), Invoice)

    async def charge(
        self,
        invoice_id: int,
        *,
        amount: _Decimal | int | str,
        payment_type: IdReferenceInput,
        reference: str | _Unset = _UNSET,
    ) -> _Link[Payment]:
        """Mark an invoice as paid.

        Records a payment that was made in another system. No money is moved.

        `POST /invoices/{invoice_id}/charge`

        Args:
            invoice_id: Id of the invoice.
            amount: How much was paid.
            payment_type: How it was paid, as the id of one of the tenant's payment types.
            reference: Reference number of the invoice.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.payment import Payment

        return await self._json(
            _charge_request(
                invoice_id, amount=amount, payment_type=payment_type, reference=reference
            ),
            _Link[Payment],
        )

    async def sign(self, invoice_id: int, *, qr_code: str) -> InvoiceSignatureResult:
        """Set the signature of an invoice's QR code.

        Stores the secure string of which the invoice shows a QR code, as the law of some countries
        demands, Austria and Germany among them.

        `POST /invoices/{invoice_id}/sign`

        Args:
            invoice_id: Id of the invoice.
            qr_code: Secure string that the invoice shows as a QR code.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.invoice_signature_result import InvoiceSignatureResult

        return await self._json(_sign_request(invoice_id, qr_code=qr_code), InvoiceSignatureResult)


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[InvoicePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/invoices")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _get_request(
    invoice_id: int, *, expand: _Sequence[InvoiceRelationInput] | str | None
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/invoices/{invoice_id}")
    _request.numbers(invoice_id=invoice_id)
    _request.path("invoice_id", invoice_id)
    _request.query("expand", _in_parentheses(expand))
    return _request


def _charge_request(
    invoice_id: int,
    *,
    amount: _Decimal | int | str,
    payment_type: IdReferenceInput,
    reference: str | _Unset,
) -> _Request:
    from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
    from ..inputs.id_reference_input import ID_REFERENCE_INPUT

    _request = _Request("POST", "/invoices/{invoice_id}/charge")
    _request.require(amount=amount, payment_type=payment_type)
    _request.numbers(invoice_id=invoice_id, amount=amount)
    _request.path("invoice_id", invoice_id)
    _request.field("amount", amount, _DECIMAL_TEXT)
    _request.field("paymentType", payment_type, ID_REFERENCE_INPUT)
    _request.field("reference", reference)
    return _request


def _sign_request(invoice_id: int, *, qr_code: str) -> _Request:
    _request = _Request("POST", "/invoices/{invoice_id}/sign")
    _request.require(qr_code=qr_code)
    _request.numbers(invoice_id=invoice_id)
    _request.path("invoice_id", invoice_id)
    _request.field("qrCode", qr_code)
    return _request

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Payments of an invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.forms import add_form_field as _add_form_field
from .._runtime.features.media_types import choose_body as _choose_body
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    import datetime as _datetime
    from decimal import Decimal as _Decimal
    from typing import Literal as _Literal

    from .._runtime.unset import Unset as _Unset
    from ..models.answer import Answer

__all__ = ["AsyncInvoicesPayments", "InvoicesPayments"]


class InvoicesPayments(_Resource):
    """Payments of an invoice."""

    def create(
        self,
        invoice_id: str | int,
        *,
        amount: _Decimal | int | str | _Unset = _UNSET,
        payment_date: _datetime.datetime | _datetime.date | int | str | _Unset = _UNSET,
        method: str | _Unset = _UNSET,
        notes: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
    ) -> Answer:
        """Add a payment to an invoice.

        Records that something was paid. After a timeout, read the invoice before you try again: a
        payment sent twice may count twice.

        `POST /invoices/{invoice_id}/payments`

        Args:
            invoice_id: Id of the invoice.
            amount: How much was paid.
            payment_date: When it was paid, in seconds since 1970-01-01 UTC.
            method: How it was paid, as listed by the payment methods.
            notes: Notes on it.
            content_type: The media type of the body.
        """
        from ..models.answer import Answer

        return self._json(
            _create_request(
                invoice_id,
                amount=amount,
                payment_date=payment_date,
                method=method,
                notes=notes,
                content_type=content_type,
            ),
            Answer,
        )


class AsyncInvoicesPayments(_AsyncResource):
    """Payments of an invoice."""

    async def create(
        self,
        invoice_id: str | int,
        *,
        amount: _Decimal | int | str | _Unset = _UNSET,
        payment_date: _datetime.datetime | _datetime.date | int | str | _Unset = _UNSET,
        method: str | _Unset = _UNSET,
        notes: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
    ) -> Answer:
        """Add a payment to an invoice.

        Records that something was paid. After a timeout, read the invoice before you try again: a
        payment sent twice may count twice.

        `POST /invoices/{invoice_id}/payments`

        Args:
            invoice_id: Id of the invoice.
            amount: How much was paid.
            payment_date: When it was paid, in seconds since 1970-01-01 UTC.
            method: How it was paid, as listed by the payment methods.
            notes: Notes on it.
            content_type: The media type of the body.
        """
        from ..models.answer import Answer

        return await self._json(
            _create_request(
                invoice_id,
                amount=amount,
                payment_date=payment_date,
                method=method,
                notes=notes,
                content_type=content_type,
            ),
            Answer,
        )


def _create_request(
    invoice_id: str | int,
    *,
    amount: _Decimal | int | str | _Unset,
    payment_date: _datetime.datetime | _datetime.date | int | str | _Unset,
    method: str | _Unset,
    notes: str | _Unset,
    content_type: str,
) -> _Request:
    from .._runtime.features.decimals import DECIMAL_TEXT as _DECIMAL_TEXT
    from .._runtime.features.seconds import UNIX_TIME_TEXT as _UNIX_TIME_TEXT

    _media_type = _choose_body(
        content_type, "application/json", "application/x-www-form-urlencoded"
    )
    _request = _Request("POST", "/invoices/{invoice_id}/payments", media_type=_media_type)
    _request.path("invoice_id", invoice_id)
    if _media_type == "application/json":
        _request.numbers(amount=amount, payment_date=payment_date)
        _request.field("amount", amount, _DECIMAL_TEXT)
        _request.field("payment_date", payment_date, _UNIX_TIME_TEXT)
        _request.field("method", method)
        _request.field("notes", notes)
    else:
        _request.numbers(amount=amount, payment_date=payment_date)
        _add_form_field(_request, "amount", amount, _DECIMAL_TEXT)
        _add_form_field(_request, "payment_date", payment_date, _UNIX_TIME_TEXT)
        _add_form_field(_request, "method", method)
        _add_form_field(_request, "notes", notes)
    return _request

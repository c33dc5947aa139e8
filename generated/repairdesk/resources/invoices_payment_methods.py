# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Ways of paying an invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.answer import Answer

__all__ = ["AsyncInvoicesPaymentMethods", "InvoicesPaymentMethods"]


class InvoicesPaymentMethods(_Resource):
    """Ways of paying an invoice."""

    def list(self) -> Answer:
        """List payment methods.

        Gives the ways of paying that the `method` of a payment can name.

        `GET /invoices/paymentmethods`
        """
        from ..models.answer import Answer

        return self._json(_list_request(), Answer)


class AsyncInvoicesPaymentMethods(_AsyncResource):
    """Ways of paying an invoice."""

    async def list(self) -> Answer:
        """List payment methods.

        Gives the ways of paying that the `method` of a payment can name.

        `GET /invoices/paymentmethods`
        """
        from ..models.answer import Answer

        return await self._json(_list_request(), Answer)


def _list_request() -> _Request:
    _request = _Request("GET", "/invoices/paymentmethods")
    return _request

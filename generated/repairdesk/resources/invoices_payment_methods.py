# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Ways of paying an invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncInvoicesPaymentMethods", "InvoicesPaymentMethods"]


class InvoicesPaymentMethods(_Resource):
    """Ways of paying an invoice."""

    def list(self) -> ListAnswer:
        """List payment methods.

        Gives the ways of paying that the `method` of a payment can name.

        `GET /invoices/paymentmethods`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)


class AsyncInvoicesPaymentMethods(_AsyncResource):
    """Ways of paying an invoice."""

    async def list(self) -> ListAnswer:
        """List payment methods.

        Gives the ways of paying that the `method` of a payment can name.

        `GET /invoices/paymentmethods`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/invoices/paymentmethods", listing=True)
    return _request

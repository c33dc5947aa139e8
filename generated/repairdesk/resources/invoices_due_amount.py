# Generated from the description of RepairDesk by specloom; edits will be lost.

"""What is left to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.answer import Answer

__all__ = ["AsyncInvoicesDueAmount", "InvoicesDueAmount"]


class InvoicesDueAmount(_Resource):
    """What is left to pay."""

    def get(self, invoice_id: str | int) -> Answer:
        """Get what is left to pay.

        Gives the amount of the invoice that is still due.

        `GET /invoices/{invoice_id}/dueamount`

        Args:
            invoice_id: Id of the invoice.
        """
        from ..models.answer import Answer

        return self._json(_get_request(invoice_id), Answer)


class AsyncInvoicesDueAmount(_AsyncResource):
    """What is left to pay."""

    async def get(self, invoice_id: str | int) -> Answer:
        """Get what is left to pay.

        Gives the amount of the invoice that is still due.

        `GET /invoices/{invoice_id}/dueamount`

        Args:
            invoice_id: Id of the invoice.
        """
        from ..models.answer import Answer

        return await self._json(_get_request(invoice_id), Answer)


def _get_request(invoice_id: str | int) -> _Request:
    _request = _Request("GET", "/invoices/{invoice_id}/dueamount")
    _request.path("invoice_id", invoice_id)
    return _request

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Which taxes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncTaxClasses", "TaxClasses"]


class TaxClasses(_Resource):
    """Which taxes there are."""

    def list(self) -> ListAnswer:
        """List tax classes.

        Gives the tax classes whose ids `taxclass` takes, in tickets and invoices.

        `GET /taxclasses`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)


class AsyncTaxClasses(_AsyncResource):
    """Which taxes there are."""

    async def list(self) -> ListAnswer:
        """List tax classes.

        Gives the tax classes whose ids `taxclass` takes, in tickets and invoices.

        `GET /taxclasses`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/taxclasses", listing=True)
    return _request

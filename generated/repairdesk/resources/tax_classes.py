# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Which taxes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models.answer import Answer

__all__ = ["AsyncTaxClasses", "TaxClasses"]


class TaxClasses(Resource):
    """Which taxes there are."""

    def list(self) -> Answer:
        """List tax classes.

        Gives the tax classes whose ids `taxclass` takes, in tickets and invoices.

        `GET /taxclasses`
        """
        from ..models.answer import Answer

        return self._json(_list(), Answer)


class AsyncTaxClasses(AsyncResource):
    """Which taxes there are."""

    async def list(self) -> Answer:
        """List tax classes.

        Gives the tax classes whose ids `taxclass` takes, in tickets and invoices.

        `GET /taxclasses`
        """
        from ..models.answer import Answer

        return await self._json(_list(), Answer)


def _list() -> Request:
    request = Request("GET", "/taxclasses")
    return request

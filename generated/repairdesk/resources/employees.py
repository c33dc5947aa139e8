# Generated from the description of RepairDesk by specloom; edits will be lost.

"""People who work in the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncEmployees", "Employees"]


class Employees(_Resource):
    """People who work in the shop."""

    def list(self) -> ListAnswer:
        """List employees.

        Gives the employees whose ids assign a ticket's device to a technician, or search for such
        tickets.

        `GET /employees`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)


class AsyncEmployees(_AsyncResource):
    """People who work in the shop."""

    async def list(self) -> ListAnswer:
        """List employees.

        Gives the employees whose ids assign a ticket's device to a technician, or search for such
        tickets.

        `GET /employees`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/employees", listing=True)
    return _request

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""People who work in the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncEmployees", "Employees"]


class Employees(Resource):
    """People who work in the shop."""

    def list(self) -> ListAnswer:
        """List employees.

        Gives the employees whose ids assign a ticket's device to a technician, or search for such
        tickets.

        `GET /employees`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list(), ListAnswer)


class AsyncEmployees(AsyncResource):
    """People who work in the shop."""

    async def list(self) -> ListAnswer:
        """List employees.

        Gives the employees whose ids assign a ticket's device to a technician, or search for such
        tickets.

        `GET /employees`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list(), ListAnswer)


def _list() -> Request:
    request = Request("GET", "/employees", listing=True)
    return request

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Statuses that a ticket's device can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.status_list import StatusList

__all__ = ["AsyncStatuses", "Statuses"]


class Statuses(_Resource):
    """Statuses that a ticket's device can have."""

    def list(self) -> StatusList:
        """List ticket statuses.

        Gives the statuses that the shop uses; a ticket's `status` takes their names.

        `GET /statuses`
        """
        from ..models.status_list import StatusList

        return self._json(_list_request(), StatusList)


class AsyncStatuses(_AsyncResource):
    """Statuses that a ticket's device can have."""

    async def list(self) -> StatusList:
        """List ticket statuses.

        Gives the statuses that the shop uses; a ticket's `status` takes their names.

        `GET /statuses`
        """
        from ..models.status_list import StatusList

        return await self._json(_list_request(), StatusList)


def _list_request() -> _Request:
    _request = _Request("GET", "/statuses", listing=True)
    return _request

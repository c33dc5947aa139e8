# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Places where devices are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncDeviceLocations", "DeviceLocations"]


class DeviceLocations(_Resource):
    """Places where devices are kept."""

    def list(self) -> ListAnswer:
        """List places where devices are kept.

        Gives what a ticket's `device_location` can be.

        `GET /devicelocations`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)


class AsyncDeviceLocations(_AsyncResource):
    """Places where devices are kept."""

    async def list(self) -> ListAnswer:
        """List places where devices are kept.

        Gives what a ticket's `device_location` can be.

        `GET /devicelocations`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/devicelocations", listing=True)
    return _request

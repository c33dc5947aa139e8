# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Devices that the shop repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncDevices", "Devices"]


class Devices(_Resource):
    """Devices that the shop repairs."""

    def list(self) -> ListAnswer:
        """List devices that can be repaired.

        Gives the devices whose ids a ticket's `device` takes.

        `GET /devices`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)


class AsyncDevices(_AsyncResource):
    """Devices that the shop repairs."""

    async def list(self) -> ListAnswer:
        """List devices that can be repaired.

        Gives the devices whose ids a ticket's `device` takes.

        `GET /devices`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/devices", listing=True)
    return _request

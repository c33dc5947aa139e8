# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Repairs that devices may need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncProblems", "Problems"]


class Problems(_Resource):
    """Repairs that devices may need."""

    def list(self) -> ListAnswer:
        """List problems of all devices.

        Gives the problems, or repairs, that a ticket's `repairProdItems` names.

        `GET /problems`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)

    def list_for_device(self, device_id: str | int) -> ListAnswer:
        """List problems of one device.

        Gives the problems, or repairs, that the device can have.

        `GET /problems/{device_id}`

        Args:
            device_id: Id of the device, not of a problem.
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_for_device_request(device_id), ListAnswer)


class AsyncProblems(_AsyncResource):
    """Repairs that devices may need."""

    async def list(self) -> ListAnswer:
        """List problems of all devices.

        Gives the problems, or repairs, that a ticket's `repairProdItems` names.

        `GET /problems`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)

    async def list_for_device(self, device_id: str | int) -> ListAnswer:
        """List problems of one device.

        Gives the problems, or repairs, that the device can have.

        `GET /problems/{device_id}`

        Args:
            device_id: Id of the device, not of a problem.
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_for_device_request(device_id), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/problems", listing=True)
    return _request


def _list_for_device_request(device_id: str | int) -> _Request:
    _request = _Request("GET", "/problems/{device_id}", listing=True)
    _request.path("device_id", device_id)
    return _request

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Repairs that devices may need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.answer import Answer

__all__ = ["AsyncProblems", "Problems"]


class Problems(_Resource):
    """Repairs that devices may need."""

    def list(self) -> Answer:
        """List problems of all devices.

        Gives the problems, or repairs, that a ticket's `repairProdItems` names.

        `GET /problems`
        """
        from ..models.answer import Answer

        return self._json(_list_request(), Answer)

    def list_for_device(self, device_id: int | str) -> Answer:
        """List problems of one device.

        Gives the problems, or repairs, that the device can have.

        `GET /problems/{device_id}`

        Args:
            device_id: Id of the device, not of a problem.
        """
        from ..models.answer import Answer

        return self._json(_list_for_device_request(device_id), Answer)


class AsyncProblems(_AsyncResource):
    """Repairs that devices may need."""

    async def list(self) -> Answer:
        """List problems of all devices.

        Gives the problems, or repairs, that a ticket's `repairProdItems` names.

        `GET /problems`
        """
        from ..models.answer import Answer

        return await self._json(_list_request(), Answer)

    async def list_for_device(self, device_id: int | str) -> Answer:
        """List problems of one device.

        Gives the problems, or repairs, that the device can have.

        `GET /problems/{device_id}`

        Args:
            device_id: Id of the device, not of a problem.
        """
        from ..models.answer import Answer

        return await self._json(_list_for_device_request(device_id), Answer)


def _list_request() -> _Request:
    _request = _Request("GET", "/problems")
    return _request


def _list_for_device_request(device_id: int | str) -> _Request:
    _request = _Request("GET", "/problems/{device_id}")
    _request.path("device_id", device_id)
    return _request

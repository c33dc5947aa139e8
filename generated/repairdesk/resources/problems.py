# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Repairs that devices may need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models.answer import Answer

__all__ = ["AsyncProblems", "Problems"]


class Problems(Resource):
    """Repairs that devices may need."""

    def list(self) -> Answer:
        """List problems of all devices.

        Gives the problems, or repairs, that a ticket's `repairProdItems` names.

        `GET /problems`
        """
        from ..models.answer import Answer

        return self._json(_list(), Answer)

    def list_for_device(self, device_id: int | str) -> Answer:
        """List problems of one device.

        Gives the problems, or repairs, that the device can have.

        `GET /problems/{device_id}`

        Args:
            device_id: Id of the device, not of a problem.
        """
        from ..models.answer import Answer

        return self._json(_list_for_device(device_id), Answer)


class AsyncProblems(AsyncResource):
    """Repairs that devices may need."""

    async def list(self) -> Answer:
        """List problems of all devices.

        Gives the problems, or repairs, that a ticket's `repairProdItems` names.

        `GET /problems`
        """
        from ..models.answer import Answer

        return await self._json(_list(), Answer)

    async def list_for_device(self, device_id: int | str) -> Answer:
        """List problems of one device.

        Gives the problems, or repairs, that the device can have.

        `GET /problems/{device_id}`

        Args:
            device_id: Id of the device, not of a problem.
        """
        from ..models.answer import Answer

        return await self._json(_list_for_device(device_id), Answer)


def _list() -> Request:
    request = Request("GET", "/problems")
    return request


def _list_for_device(device_id: int | str) -> Request:
    request = Request("GET", "/problems/{device_id}")
    request.path("device_id", device_id)
    return request

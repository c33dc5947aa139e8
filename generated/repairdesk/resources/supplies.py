# Generated from the description of RepairDesk by specloom; edits will be lost.

"""What a customer may hand in together with a device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncSupplies", "Supplies"]


class Supplies(_Resource):
    """What a customer may hand in together with a device."""

    def list(self) -> ListAnswer:
        """List items that come with a device.

        Gives what a customer may hand in with a device, such as a battery, for a ticket's
        `supplied`.

        `GET /supplies`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)


class AsyncSupplies(_AsyncResource):
    """What a customer may hand in together with a device."""

    async def list(self) -> ListAnswer:
        """List items that come with a device.

        Gives what a customer may hand in with a device, such as a battery, for a ticket's
        `supplied`.

        `GET /supplies`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/supplies", listing=True)
    return _request

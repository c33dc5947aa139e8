# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Mobile networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncNetworks", "Networks"]


class Networks(_Resource):
    """Mobile networks."""

    def list(self) -> ListAnswer:
        """List mobile networks.

        Gives the networks whose names a ticket's `network` takes.

        `GET /networks`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)


class AsyncNetworks(_AsyncResource):
    """Mobile networks."""

    async def list(self) -> ListAnswer:
        """List mobile networks.

        Gives the networks whose names a ticket's `network` takes.

        `GET /networks`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/networks", listing=True)
    return _request

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Spare parts for repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncParts", "Parts"]


class Parts(_Resource):
    """Spare parts for repairs."""

    def list(self) -> ListAnswer:
        """List parts for repairs.

        Gives the parts that a ticket's `Parts` can name.

        `GET /parts`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)


class AsyncParts(_AsyncResource):
    """Spare parts for repairs."""

    async def list(self) -> ListAnswer:
        """List parts for repairs.

        Gives the parts that a ticket's `Parts` can name.

        `GET /parts`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/parts", listing=True)
    return _request

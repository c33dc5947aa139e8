# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Sorts of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.list_answer import ListAnswer

__all__ = ["AsyncTaskTypes", "TaskTypes"]


class TaskTypes(_Resource):
    """Sorts of work."""

    def list(self) -> ListAnswer:
        """List task types.

        Gives the task types whose ids a ticket's `task_type` takes.

        `GET /tasktypes`
        """
        from ..models.list_answer import ListAnswer

        return self._json(_list_request(), ListAnswer)


class AsyncTaskTypes(_AsyncResource):
    """Sorts of work."""

    async def list(self) -> ListAnswer:
        """List task types.

        Gives the task types whose ids a ticket's `task_type` takes.

        `GET /tasktypes`
        """
        from ..models.list_answer import ListAnswer

        return await self._json(_list_request(), ListAnswer)


def _list_request() -> _Request:
    _request = _Request("GET", "/tasktypes", listing=True)
    return _request

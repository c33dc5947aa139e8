# Generated from the description of Nameless by specloom; edits will be lost.

"""Calls under `root`."""

from __future__ import annotations

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

__all__ = ["AsyncRoot", "Root"]


class Root(_Resource):
    """Calls under `root`."""

    def get(self) -> None:
        """Call `GET /`."""
        self._nothing(_get_request())


class AsyncRoot(_AsyncResource):
    """Calls under `root`."""

    async def get(self) -> None:
        """Call `GET /`."""
        await self._nothing(_get_request())


def _get_request() -> _Request:
    _request = _Request("GET", "/")
    return _request

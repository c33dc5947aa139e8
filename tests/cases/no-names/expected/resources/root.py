# Generated from the description of Nameless by specloom; edits will be lost.

"""Calls under `root`."""

from __future__ import annotations

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

__all__ = ["AsyncRoot", "Root"]


class Root(Resource):
    """Calls under `root`."""

    def get(self) -> None:
        """Call `GET /`."""
        self._nothing(_get())


class AsyncRoot(AsyncResource):
    """Calls under `root`."""

    async def get(self) -> None:
        """Call `GET /`."""
        await self._nothing(_get())


def _get() -> Request:
    request = Request("GET", "/")
    return request

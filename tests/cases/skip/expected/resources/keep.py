# Generated from the description of Skipping by specloom; edits will be lost.

"""Calls under `keep`."""

from __future__ import annotations

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

__all__ = ["AsyncKeep", "Keep"]


class Keep(Resource):
    """Calls under `keep`."""

    def read(self) -> None:
        """Call `GET /keep`."""
        self._nothing(_read())


class AsyncKeep(AsyncResource):
    """Calls under `keep`."""

    async def read(self) -> None:
        """Call `GET /keep`."""
        await self._nothing(_read())


def _read() -> Request:
    request = Request("GET", "/keep")
    return request

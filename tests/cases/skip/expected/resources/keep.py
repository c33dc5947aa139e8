# Generated from the description of Skipping by specloom; edits will be lost.

"""Calls under `keep`."""

from __future__ import annotations

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

__all__ = ["AsyncKeep", "Keep"]


class Keep(_Resource):
    """Calls under `keep`."""

    def read(self) -> None:
        """Call `GET /keep`."""
        self._nothing(_read_request())


class AsyncKeep(_AsyncResource):
    """Calls under `keep`."""

    async def read(self) -> None:
        """Call `GET /keep`."""
        await self._nothing(_read_request())


def _read_request() -> _Request:
    _request = _Request("GET", "/keep")
    return _request

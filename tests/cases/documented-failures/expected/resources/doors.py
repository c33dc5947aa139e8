# Generated from the description of Doors by specloom; edits will be lost.

"""Calls under `doors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins

__all__ = ["AsyncDoorsResource", "DoorsResource"]


class DoorsResource(Resource):
    """Calls under `doors`."""

    def list(self) -> builtins.list[str]:
        """Call `GET /doors`.

        Raises:
            NotFoundError: 404.
            Status418Error: 418.
            TooManyRequestsError: 429.
            ClientError: 4XX.
            ServiceUnavailableError: 503.
        """
        return self._json(_list(), list[str])


class AsyncDoorsResource(AsyncResource):
    """Calls under `doors`."""

    async def list(self) -> builtins.list[str]:
        """Call `GET /doors`.

        Raises:
            NotFoundError: 404.
            Status418Error: 418.
            TooManyRequestsError: 429.
            ClientError: 4XX.
            ServiceUnavailableError: 503.
        """
        return await self._json(_list(), list[str])


def _list() -> Request:
    request = Request("GET", "/doors")
    return request

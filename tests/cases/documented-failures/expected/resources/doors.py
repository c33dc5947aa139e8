# Generated from the description of Doors by specloom; edits will be lost.

"""Calls under `doors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    import builtins as _builtins

__all__ = ["AsyncDoorsResource", "DoorsResource"]


class DoorsResource(_Resource):
    """Calls under `doors`."""

    def list(self) -> _builtins.list[str]:
        """Call `GET /doors`.

        Raises:
            NotFoundError: 404.
            Status418Error: 418.
            TooManyRequestsError: 429.
            ClientError: 4XX.
            ServiceUnavailableError: 503.
        """
        return self._json(_list_request(), list[str])


class AsyncDoorsResource(_AsyncResource):
    """Calls under `doors`."""

    async def list(self) -> _builtins.list[str]:
        """Call `GET /doors`.

        Raises:
            NotFoundError: 404.
            Status418Error: 418.
            TooManyRequestsError: 429.
            ClientError: 4XX.
            ServiceUnavailableError: 503.
        """
        return await self._json(_list_request(), list[str])


def _list_request() -> _Request:
    _request = _Request("GET", "/doors")
    return _request

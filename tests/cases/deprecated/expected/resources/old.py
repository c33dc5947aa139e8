# Generated from the description of Old things by specloom; edits will be lost.

"""Calls under `old`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.thing import Thing

__all__ = ["AsyncOld", "Old"]


class Old(_Resource):
    """Calls under `old`."""

    def read(self, *, verbose: bool | None = None) -> Thing:
        """Read what is left.

        `GET /old`

        Deprecated: the description marks this operation as on its way out.

        Args:
            verbose: Says more. Deprecated.
        """
        from ..models.thing import Thing

        return self._json(_read_request(verbose=verbose), Thing)


class AsyncOld(_AsyncResource):
    """Calls under `old`."""

    async def read(self, *, verbose: bool | None = None) -> Thing:
        """Read what is left.

        `GET /old`

        Deprecated: the description marks this operation as on its way out.

        Args:
            verbose: Says more. Deprecated.
        """
        from ..models.thing import Thing

        return await self._json(_read_request(verbose=verbose), Thing)


def _read_request(*, verbose: bool | None) -> _Request:
    _request = _Request("GET", "/old")
    _request.query("verbose", verbose)
    return _request

# Generated from the description of Tours by specloom; edits will be lost.

"""Calls under `tours`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..inputs.plan_body_stops_input import PlanBodyStopsInput
    from ..models.read_response import ReadResponse

__all__ = ["AsyncToursResource", "ToursResource"]


class ToursResource(Resource):
    """Calls under `tours`."""

    def read(self) -> ReadResponse:
        """Call `GET /tours`."""
        from ..models.read_response import ReadResponse

        return self._json(_read(), ReadResponse)

    def plan(self, *, stops: Sequence[PlanBodyStopsInput]) -> None:
        """Call `POST /tours`.

        Args:
            stops: `stops` of the body.
        """
        self._nothing(_plan(stops=stops))


class AsyncToursResource(AsyncResource):
    """Calls under `tours`."""

    async def read(self) -> ReadResponse:
        """Call `GET /tours`."""
        from ..models.read_response import ReadResponse

        return await self._json(_read(), ReadResponse)

    async def plan(self, *, stops: Sequence[PlanBodyStopsInput]) -> None:
        """Call `POST /tours`.

        Args:
            stops: `stops` of the body.
        """
        await self._nothing(_plan(stops=stops))


def _read() -> Request:
    request = Request("GET", "/tours")
    return request


def _plan(*, stops: Sequence[PlanBodyStopsInput]) -> Request:
    request = Request("POST", "/tours")
    request.require(stops=stops)
    request.field("stops", stops)
    return request

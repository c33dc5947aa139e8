# Generated from the description of Tours by specloom; edits will be lost.

"""Calls under `tours`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from ..inputs.plan_body_stops_input import PlanBodyStopsInput
    from ..models.read_response import ReadResponse

__all__ = ["AsyncToursResource", "ToursResource"]


class ToursResource(_Resource):
    """Calls under `tours`."""

    def read(self) -> ReadResponse:
        """Call `GET /tours`."""
        from ..models.read_response import ReadResponse

        return self._json(_read_request(), ReadResponse)

    def plan(self, *, stops: _Sequence[PlanBodyStopsInput]) -> None:
        """Call `POST /tours`.

        Args:
            stops: `stops` of the body.
        """
        self._nothing(_plan_request(stops=stops))


class AsyncToursResource(_AsyncResource):
    """Calls under `tours`."""

    async def read(self) -> ReadResponse:
        """Call `GET /tours`."""
        from ..models.read_response import ReadResponse

        return await self._json(_read_request(), ReadResponse)

    async def plan(self, *, stops: _Sequence[PlanBodyStopsInput]) -> None:
        """Call `POST /tours`.

        Args:
            stops: `stops` of the body.
        """
        await self._nothing(_plan_request(stops=stops))


def _read_request() -> _Request:
    _request = _Request("GET", "/tours")
    return _request


def _plan_request(*, stops: _Sequence[PlanBodyStopsInput]) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.plan_body_stops_input import PLAN_BODY_STOPS_INPUT

    _request = _Request("POST", "/tours")
    _request.require(stops=stops)
    _request.field("stops", stops, _Items(PLAN_BODY_STOPS_INPUT))
    return _request

# Generated from the description of Weather by specloom; edits will be lost.

"""Calls under `weather`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..inputs.seen_input_input import SeenInputInput
    from ..models.seen_input import SeenInput
    from ..models.weather import Weather

__all__ = ["AsyncWeatherResource", "WeatherResource"]


class WeatherResource(Resource):
    """Calls under `weather`."""

    def weather(self) -> Weather:
        """Call `GET /weather`."""
        from ..models.weather import Weather

        return self._json(_weather(), Weather)

    def correct(self, *, seen: SeenInputInput | SeenInput | None = None) -> SeenInput:
        """Call `PUT /weather`.

        Args:
            seen: `seen` of the body.
        """
        from ..models.seen_input import SeenInput

        return self._json(_correct(seen=seen), SeenInput)


class AsyncWeatherResource(AsyncResource):
    """Calls under `weather`."""

    async def weather(self) -> Weather:
        """Call `GET /weather`."""
        from ..models.weather import Weather

        return await self._json(_weather(), Weather)

    async def correct(self, *, seen: SeenInputInput | SeenInput | None = None) -> SeenInput:
        """Call `PUT /weather`.

        Args:
            seen: `seen` of the body.
        """
        from ..models.seen_input import SeenInput

        return await self._json(_correct(seen=seen), SeenInput)


def _weather() -> Request:
    request = Request("GET", "/weather")
    return request


def _correct(*, seen: SeenInputInput | SeenInput | None) -> Request:
    request = Request("PUT", "/weather")
    request.field("seen", seen)
    return request

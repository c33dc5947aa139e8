# Generated from the description of Weather by specloom; edits will be lost.

"""Calls under `weather`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models.weather import Weather

__all__ = ["AsyncWeatherResource", "WeatherResource"]


class WeatherResource(Resource):
    """Calls under `weather`."""

    def weather(self) -> Weather:
        """Call `GET /weather`."""
        from ..models.weather import Weather

        return self._json(_weather(), Weather)


class AsyncWeatherResource(AsyncResource):
    """Calls under `weather`."""

    async def weather(self) -> Weather:
        """Call `GET /weather`."""
        from ..models.weather import Weather

        return await self._json(_weather(), Weather)


def _weather() -> Request:
    request = Request("GET", "/weather")
    return request

# Generated from the description of Weather by specloom; edits will be lost.

"""Calls under `weather`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset as _Unset
    from ..inputs.seen_input_input import SeenInputInput
    from ..models.seen_input import SeenInput
    from ..models.weather import Weather

__all__ = ["AsyncWeatherResource", "WeatherResource"]


class WeatherResource(_Resource):
    """Calls under `weather`."""

    def weather(self) -> Weather:
        """Call `GET /weather`."""
        from ..models.weather import Weather

        return self._json(_weather_request(), Weather)

    def correct(self, *, seen: SeenInputInput | SeenInput | _Unset = _UNSET) -> SeenInput:
        """Call `PUT /weather`.

        Args:
            seen: `seen` of the body.
        """
        from ..models.seen_input import SeenInput

        return self._json(_correct_request(seen=seen), SeenInput)


class AsyncWeatherResource(_AsyncResource):
    """Calls under `weather`."""

    async def weather(self) -> Weather:
        """Call `GET /weather`."""
        from ..models.weather import Weather

        return await self._json(_weather_request(), Weather)

    async def correct(self, *, seen: SeenInputInput | SeenInput | _Unset = _UNSET) -> SeenInput:
        """Call `PUT /weather`.

        Args:
            seen: `seen` of the body.
        """
        from ..models.seen_input import SeenInput

        return await self._json(_correct_request(seen=seen), SeenInput)


def _weather_request() -> _Request:
    _request = _Request("GET", "/weather")
    return _request


def _correct_request(*, seen: SeenInputInput | SeenInput | _Unset) -> _Request:
    from ..inputs.seen_input_input import SEEN_INPUT_INPUT

    _request = _Request("PUT", "/weather", optional_body=True)
    _request.field("seen", seen, SEEN_INPUT_INPUT)
    return _request

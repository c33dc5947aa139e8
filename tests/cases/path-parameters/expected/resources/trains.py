# Generated from the description of Trains by specloom; edits will be lost.

"""Calls under `trains`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.styles import label as _label, matrix as _matrix
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from ..inputs.find_seats_position_input import FindSeatsPositionInput

__all__ = ["AsyncTrainsResource", "TrainsResource"]


class TrainsResource(_Resource):
    """Calls under `trains`."""

    def find_seats(
        self,
        train: str,
        car: _Sequence[str],
        seats: _Sequence[int],
        position: FindSeatsPositionInput,
    ) -> None:
        """Call `GET /trains/{train}/cars{car}/{seats}/{position}`.

        Args:
            train: Its number.
            car: The path parameter `car`.
            seats: In any order.
            position: The path parameter `position`.
        """
        self._nothing(_find_seats_request(train, car, seats, position))


class AsyncTrainsResource(_AsyncResource):
    """Calls under `trains`."""

    async def find_seats(
        self,
        train: str,
        car: _Sequence[str],
        seats: _Sequence[int],
        position: FindSeatsPositionInput,
    ) -> None:
        """Call `GET /trains/{train}/cars{car}/{seats}/{position}`.

        Args:
            train: Its number.
            car: The path parameter `car`.
            seats: In any order.
            position: The path parameter `position`.
        """
        await self._nothing(_find_seats_request(train, car, seats, position))


def _find_seats_request(
    train: str, car: _Sequence[str], seats: _Sequence[int], position: FindSeatsPositionInput
) -> _Request:
    from .._runtime.encoding import encode as _encode
    from ..inputs.find_seats_position_input import FIND_SEATS_POSITION_INPUT

    _request = _Request("GET", "/trains/{train}/cars{car}/{seats}/{position}")
    _request.numbers(seats=seats)
    _request.path("train", train)
    _request.path("car", car, style=_label, explode=True)
    _request.path("seats", seats)
    _request.path("position", _encode(position, FIND_SEATS_POSITION_INPUT), style=_matrix)
    return _request

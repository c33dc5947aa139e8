# Generated from the description of Trains by specloom; edits will be lost.

"""Calls under `trains`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..inputs.find_seats_position_input import FindSeatsPositionInput

__all__ = ["AsyncTrainsResource", "TrainsResource"]


class TrainsResource(Resource):
    """Calls under `trains`."""

    def find_seats(
        self, train: str, car: Sequence[str], seats: Sequence[int], position: FindSeatsPositionInput
    ) -> None:
        """Call `GET /trains/{train}/cars{car}/{seats}/{position}`.

        Args:
            train: Its number.
            car: The path parameter `car`.
            seats: In any order.
            position: The path parameter `position`.
        """
        self._nothing(_find_seats(train, car, seats, position))


class AsyncTrainsResource(AsyncResource):
    """Calls under `trains`."""

    async def find_seats(
        self, train: str, car: Sequence[str], seats: Sequence[int], position: FindSeatsPositionInput
    ) -> None:
        """Call `GET /trains/{train}/cars{car}/{seats}/{position}`.

        Args:
            train: Its number.
            car: The path parameter `car`.
            seats: In any order.
            position: The path parameter `position`.
        """
        await self._nothing(_find_seats(train, car, seats, position))


def _find_seats(
    train: str, car: Sequence[str], seats: Sequence[int], position: FindSeatsPositionInput
) -> Request:
    request = Request("GET", "/trains/{train}/cars{car}/{seats}/{position}")
    request.path("train", train)
    request.path("car", car, style="label", explode=True)
    request.path("seats", seats)
    request.path("position", position, style="matrix")
    return request

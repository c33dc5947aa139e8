# Generated from the description of Lamps by specloom; edits will be lost.

"""Calls under `lamps`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from typing import Literal

    from .._runtime.unset import Unset
    from ..inputs.dimmer_input import DimmerInput
    from ..models.dimmer import Dimmer
    from ..models.lamp import Lamp

__all__ = ["AsyncLampsResource", "LampsResource"]


class LampsResource(Resource):
    """Calls under `lamps`."""

    def replace_lamp(
        self,
        id: int,
        *,
        watts: float,
        room: str | None | Unset = UNSET,
        color: Literal["warm", "cold"] | None | Unset = UNSET,
        photo: bytes | None = None,
        dimmer: DimmerInput | Dimmer | None | Unset = UNSET,
    ) -> Lamp:
        """Call `PUT /lamps/{id}`.

        Args:
            id: The path parameter `id`.
            watts: `watts` of the body.
            room: `room` of the body.
            color: `color` of the body.
            photo: `photo` of the body.
            dimmer: `dimmer` of the body.
        """
        from ..models.lamp import Lamp

        return self._json(
            _replace_lamp(id, watts=watts, room=room, color=color, photo=photo, dimmer=dimmer), Lamp
        )


class AsyncLampsResource(AsyncResource):
    """Calls under `lamps`."""

    async def replace_lamp(
        self,
        id: int,
        *,
        watts: float,
        room: str | None | Unset = UNSET,
        color: Literal["warm", "cold"] | None | Unset = UNSET,
        photo: bytes | None = None,
        dimmer: DimmerInput | Dimmer | None | Unset = UNSET,
    ) -> Lamp:
        """Call `PUT /lamps/{id}`.

        Args:
            id: The path parameter `id`.
            watts: `watts` of the body.
            room: `room` of the body.
            color: `color` of the body.
            photo: `photo` of the body.
            dimmer: `dimmer` of the body.
        """
        from ..models.lamp import Lamp

        return await self._json(
            _replace_lamp(id, watts=watts, room=room, color=color, photo=photo, dimmer=dimmer), Lamp
        )


def _replace_lamp(
    id: int,
    *,
    watts: float,
    room: str | None | Unset,
    color: Literal["warm", "cold"] | None | Unset,
    photo: bytes | None,
    dimmer: DimmerInput | Dimmer | None | Unset,
) -> Request:
    request = Request("PUT", "/lamps/{id}")
    request.require(watts=watts)
    request.path("id", id)
    request.field("watts", watts)
    request.field("room", room, nullable=True)
    request.field("color", color, nullable=True)
    request.field("photo", photo)
    request.field("dimmer", dimmer, nullable=True)
    return request

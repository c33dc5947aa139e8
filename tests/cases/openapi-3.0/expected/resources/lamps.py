# Generated from the description of Lamps by specloom; edits will be lost.

"""Calls under `lamps`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from typing import Literal as _Literal

    from .._runtime.unset import Unset as _Unset
    from ..inputs.dimmer_input import DimmerInput
    from ..models.dimmer import Dimmer
    from ..models.lamp import Lamp

__all__ = ["AsyncLampsResource", "LampsResource"]


class LampsResource(_Resource):
    """Calls under `lamps`."""

    def replace_lamp(
        self,
        id: int,
        *,
        watts: float,
        room: str | None | _Unset = _UNSET,
        color: _Literal["warm", "cold"] | None | _Unset = _UNSET,
        photo: bytes | _Unset = _UNSET,
        dimmer: DimmerInput | Dimmer | None | _Unset = _UNSET,
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
            _replace_lamp_request(
                id, watts=watts, room=room, color=color, photo=photo, dimmer=dimmer
            ),
            Lamp,
        )


class AsyncLampsResource(_AsyncResource):
    """Calls under `lamps`."""

    async def replace_lamp(
        self,
        id: int,
        *,
        watts: float,
        room: str | None | _Unset = _UNSET,
        color: _Literal["warm", "cold"] | None | _Unset = _UNSET,
        photo: bytes | _Unset = _UNSET,
        dimmer: DimmerInput | Dimmer | None | _Unset = _UNSET,
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
            _replace_lamp_request(
                id, watts=watts, room=room, color=color, photo=photo, dimmer=dimmer
            ),
            Lamp,
        )


def _replace_lamp_request(
    id: int,
    *,
    watts: float,
    room: str | None | _Unset,
    color: _Literal["warm", "cold"] | None | _Unset,
    photo: bytes | _Unset,
    dimmer: DimmerInput | Dimmer | None | _Unset,
) -> _Request:
    from ..inputs.dimmer_input import DIMMER_INPUT

    _request = _Request("PUT", "/lamps/{id}")
    _request.require(watts=watts)
    _request.numbers(id=id, watts=watts)
    _request.path("id", id)
    _request.field("watts", watts)
    _request.field("room", room, nullable=True)
    _request.field("color", color, nullable=True)
    _request.field("photo", photo)
    _request.field("dimmer", dimmer, DIMMER_INPUT, nullable=True)
    return _request

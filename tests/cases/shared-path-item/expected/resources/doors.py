# Generated from the description of Doors by specloom; edits will be lost.

"""Calls under `doors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset as _Unset
    from ..inputs.doors_replace_body_input import DoorsReplaceBodyInput
    from ..models.get_door_response import GetDoorResponse

__all__ = ["AsyncDoorsResource", "DoorsResource"]


class DoorsResource(_Resource):
    """Calls under `doors`."""

    def get_door(self, door: str) -> GetDoorResponse:
        """Call `GET /v2/doors/{door}`.

        Args:
            door: The path parameter `door`.
        """
        from ..models.get_door_response import GetDoorResponse

        return self._json(_get_door_request(door), GetDoorResponse)

    def replace(self, door: str, *, body: DoorsReplaceBodyInput | _Unset = _UNSET) -> None:
        """Call `PUT /v2/doors/{door}`.

        Args:
            door: The path parameter `door`.
            body: The body.
        """
        self._nothing(_replace_request(door, body=body))

    def get_door_v1_doors_by_door(self, door: str) -> GetDoorResponse:
        """Call `GET /v1/doors/{door}`.

        Args:
            door: The path parameter `door`.
        """
        from ..models.get_door_response import GetDoorResponse

        return self._json(_get_door_v1_doors_by_door_request(door), GetDoorResponse)

    def replace_v1_doors_by_door(
        self, door: str, *, body: DoorsReplaceBodyInput | _Unset = _UNSET
    ) -> None:
        """Call `PUT /v1/doors/{door}`.

        Args:
            door: The path parameter `door`.
            body: The body.
        """
        self._nothing(_replace_v1_doors_by_door_request(door, body=body))


class AsyncDoorsResource(_AsyncResource):
    """Calls under `doors`."""

    async def get_door(self, door: str) -> GetDoorResponse:
        """Call `GET /v2/doors/{door}`.

        Args:
            door: The path parameter `door`.
        """
        from ..models.get_door_response import GetDoorResponse

        return await self._json(_get_door_request(door), GetDoorResponse)

    async def replace(self, door: str, *, body: DoorsReplaceBodyInput | _Unset = _UNSET) -> None:
        """Call `PUT /v2/doors/{door}`.

        Args:
            door: The path parameter `door`.
            body: The body.
        """
        await self._nothing(_replace_request(door, body=body))

    async def get_door_v1_doors_by_door(self, door: str) -> GetDoorResponse:
        """Call `GET /v1/doors/{door}`.

        Args:
            door: The path parameter `door`.
        """
        from ..models.get_door_response import GetDoorResponse

        return await self._json(_get_door_v1_doors_by_door_request(door), GetDoorResponse)

    async def replace_v1_doors_by_door(
        self, door: str, *, body: DoorsReplaceBodyInput | _Unset = _UNSET
    ) -> None:
        """Call `PUT /v1/doors/{door}`.

        Args:
            door: The path parameter `door`.
            body: The body.
        """
        await self._nothing(_replace_v1_doors_by_door_request(door, body=body))


def _get_door_request(door: str) -> _Request:
    _request = _Request("GET", "/v2/doors/{door}")
    _request.path("door", door)
    return _request


def _replace_request(door: str, *, body: DoorsReplaceBodyInput | _Unset) -> _Request:
    from ..inputs.doors_replace_body_input import DOORS_REPLACE_BODY_INPUT

    _request = _Request("PUT", "/v2/doors/{door}")
    _request.path("door", door)
    _request.json(body, DOORS_REPLACE_BODY_INPUT)
    return _request


def _get_door_v1_doors_by_door_request(door: str) -> _Request:
    _request = _Request("GET", "/v1/doors/{door}")
    _request.path("door", door)
    return _request


def _replace_v1_doors_by_door_request(
    door: str, *, body: DoorsReplaceBodyInput | _Unset
) -> _Request:
    from ..inputs.doors_replace_body_input import DOORS_REPLACE_BODY_INPUT

    _request = _Request("PUT", "/v1/doors/{door}")
    _request.path("door", door)
    _request.json(body, DOORS_REPLACE_BODY_INPUT)
    return _request

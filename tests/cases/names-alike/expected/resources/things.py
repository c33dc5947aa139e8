# Generated from the description of Things by specloom; edits will be lost.

"""Calls under `things`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset as _Unset
    from ..inputs.thing_input import ThingInput
    from ..models.thing import Thing

__all__ = ["AsyncThingsResource", "ThingsResource"]


class ThingsResource(_Resource):
    """Calls under `things`."""

    def get_item(self, *, id: str | None = None, ID: str | None = None) -> Thing:
        """Call `GET /a`.

        Args:
            id: The query parameter `id`.
            ID: The query parameter `ID`.
        """
        from ..models.thing import Thing

        return self._json(_get_item_request(id=id, ID=ID), Thing)

    def get_item_b(self) -> list[Thing]:
        """Call `GET /b`."""
        from ..models.thing import Thing

        return self._json(_get_item_b_request(), list[Thing])

    def put(self, *, uuid: str | _Unset = _UNSET, UUID: str | _Unset = _UNSET) -> None:
        """Call `PUT /b`.

        Args:
            uuid: `uuid` of the body.
            UUID: `UUID` of the body.
        """
        self._nothing(_put_request(uuid=uuid, UUID=UUID))

    def post(self, *, body: ThingInput | Thing | _Unset = _UNSET) -> None:
        """Call `POST /b`.

        Args:
            body: The body.
        """
        self._nothing(_post_request(body=body))


class AsyncThingsResource(_AsyncResource):
    """Calls under `things`."""

    async def get_item(self, *, id: str | None = None, ID: str | None = None) -> Thing:
        """Call `GET /a`.

        Args:
            id: The query parameter `id`.
            ID: The query parameter `ID`.
        """
        from ..models.thing import Thing

        return await self._json(_get_item_request(id=id, ID=ID), Thing)

    async def get_item_b(self) -> list[Thing]:
        """Call `GET /b`."""
        from ..models.thing import Thing

        return await self._json(_get_item_b_request(), list[Thing])

    async def put(self, *, uuid: str | _Unset = _UNSET, UUID: str | _Unset = _UNSET) -> None:
        """Call `PUT /b`.

        Args:
            uuid: `uuid` of the body.
            UUID: `UUID` of the body.
        """
        await self._nothing(_put_request(uuid=uuid, UUID=UUID))

    async def post(self, *, body: ThingInput | Thing | _Unset = _UNSET) -> None:
        """Call `POST /b`.

        Args:
            body: The body.
        """
        await self._nothing(_post_request(body=body))


def _get_item_request(*, id: str | None, ID: str | None) -> _Request:
    _request = _Request("GET", "/a")
    _request.query("id", id)
    _request.query("ID", ID)
    return _request


def _get_item_b_request() -> _Request:
    _request = _Request("GET", "/b")
    return _request


def _put_request(*, uuid: str | _Unset, UUID: str | _Unset) -> _Request:
    _request = _Request("PUT", "/b")
    _request.field("uuid", uuid)
    _request.field("UUID", UUID)
    return _request


def _post_request(*, body: ThingInput | Thing | _Unset) -> _Request:
    from ..inputs.thing_input import THING_INPUT

    _request = _Request("POST", "/b")
    _request.json(body, THING_INPUT)
    return _request

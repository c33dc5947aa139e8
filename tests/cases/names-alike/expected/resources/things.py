# Generated from the description of Things by specloom; edits will be lost.

"""Calls under `things`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..inputs.thing_input import ThingInput
    from ..models.thing import Thing

__all__ = ["AsyncThingsResource", "ThingsResource"]


class ThingsResource(Resource):
    """Calls under `things`."""

    def get_item_a(self, *, id: str | None = None, ID: str | None = None) -> Thing:
        """Call `GET /a`.

        Args:
            id: The query parameter `id`.
            ID: The query parameter `ID`.
        """
        from ..models.thing import Thing

        return self._json(_get_item_a(id=id, ID=ID), Thing)

    def get_item(self) -> list[Thing]:
        """Call `GET /b`."""
        from ..models.thing import Thing

        return self._json(_get_item(), list[Thing])

    def put(self, *, uuid: str | None = None, UUID_: str | None = None) -> None:
        """Call `PUT /b`.

        Args:
            uuid: `uuid` of the body.
            UUID_: `UUID` of the body.
        """
        self._nothing(_put(uuid=uuid, UUID_=UUID_))

    def post(self, *, body: ThingInput | Thing | None = None) -> None:
        """Call `POST /b`.

        Args:
            body: The body.
        """
        self._nothing(_post(body=body))


class AsyncThingsResource(AsyncResource):
    """Calls under `things`."""

    async def get_item_a(self, *, id: str | None = None, ID: str | None = None) -> Thing:
        """Call `GET /a`.

        Args:
            id: The query parameter `id`.
            ID: The query parameter `ID`.
        """
        from ..models.thing import Thing

        return await self._json(_get_item_a(id=id, ID=ID), Thing)

    async def get_item(self) -> list[Thing]:
        """Call `GET /b`."""
        from ..models.thing import Thing

        return await self._json(_get_item(), list[Thing])

    async def put(self, *, uuid: str | None = None, UUID_: str | None = None) -> None:
        """Call `PUT /b`.

        Args:
            uuid: `uuid` of the body.
            UUID_: `UUID` of the body.
        """
        await self._nothing(_put(uuid=uuid, UUID_=UUID_))

    async def post(self, *, body: ThingInput | Thing | None = None) -> None:
        """Call `POST /b`.

        Args:
            body: The body.
        """
        await self._nothing(_post(body=body))


def _get_item_a(*, id: str | None, ID: str | None) -> Request:
    request = Request("GET", "/a")
    request.query("id", id)
    request.query("ID", ID)
    return request


def _get_item() -> Request:
    request = Request("GET", "/b")
    return request


def _put(*, uuid: str | None, UUID_: str | None) -> Request:
    request = Request("PUT", "/b")
    request.field("uuid", uuid)
    request.field("UUID", UUID_)
    return request


def _post(*, body: ThingInput | Thing | None) -> Request:
    from ..inputs.thing_input import THING_INPUT

    request = Request("POST", "/b")
    request.json(body, THING_INPUT)
    return request

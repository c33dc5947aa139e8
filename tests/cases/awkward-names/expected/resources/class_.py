# Generated from the description of Names by specloom; edits will be lost.

"""Calls under `class_`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence

    from ..inputs.thing_input import ThingInput
    from ..models.thing import Thing

__all__ = ["AsyncClass", "Class"]


class Class(Resource):
    """Calls under `class_`."""

    def list(
        self,
        from_: str,
        *,
        request_: str | None = None,
        self_: str | None = None,
        top_max: int | None = None,
    ) -> builtins.list[Thing]:
        """Call `GET /things/{from}`.

        Args:
            from_: The path parameter `from`.
            request_: The query parameter `request`.
            self_: The query parameter `self`.
            top_max: The query parameter `$top[max]`.
        """
        from ..models.thing import Thing

        return self._json(
            _list(from_, request_=request_, self_=self_, top_max=top_max), list[Thing]
        )

    def import_(
        self,
        from_: str,
        *,
        things: Sequence[ThingInput | Thing],
        list_: str | None = None,
        str_: str | None = None,
        encode_: bool | None = None,
        json: str | None = None,
    ) -> builtins.list[str]:
        """Call `POST /things/{from}`.

        Args:
            from_: The path parameter `from`.
            things: `things` of the body.
            list_: The query parameter `list`.
            str_: The query parameter `str`.
            encode_: `encode` of the body.
            json: `json` of the body.
        """
        return self._json(
            _import_(from_, things=things, list_=list_, str_=str_, encode_=encode_, json=json),
            list[str],
        )


class AsyncClass(AsyncResource):
    """Calls under `class_`."""

    async def list(
        self,
        from_: str,
        *,
        request_: str | None = None,
        self_: str | None = None,
        top_max: int | None = None,
    ) -> builtins.list[Thing]:
        """Call `GET /things/{from}`.

        Args:
            from_: The path parameter `from`.
            request_: The query parameter `request`.
            self_: The query parameter `self`.
            top_max: The query parameter `$top[max]`.
        """
        from ..models.thing import Thing

        return await self._json(
            _list(from_, request_=request_, self_=self_, top_max=top_max), list[Thing]
        )

    async def import_(
        self,
        from_: str,
        *,
        things: Sequence[ThingInput | Thing],
        list_: str | None = None,
        str_: str | None = None,
        encode_: bool | None = None,
        json: str | None = None,
    ) -> builtins.list[str]:
        """Call `POST /things/{from}`.

        Args:
            from_: The path parameter `from`.
            things: `things` of the body.
            list_: The query parameter `list`.
            str_: The query parameter `str`.
            encode_: `encode` of the body.
            json: `json` of the body.
        """
        return await self._json(
            _import_(from_, things=things, list_=list_, str_=str_, encode_=encode_, json=json),
            list[str],
        )


def _list(from_: str, *, request_: str | None, self_: str | None, top_max: int | None) -> Request:
    request = Request("GET", "/things/{from}")
    request.path("from", from_)
    request.query("request", request_)
    request.query("self", self_)
    request.query("$top[max]", top_max)
    return request


def _import_(
    from_: str,
    *,
    things: Sequence[ThingInput | Thing],
    list_: str | None,
    str_: str | None,
    encode_: bool | None,
    json: str | None,
) -> Request:
    from ..inputs.thing_input import THING_INPUT

    request = Request("POST", "/things/{from}")
    request.require(things=things)
    request.path("from", from_)
    request.query("list", list_)
    request.query("str", str_)
    request.field("things", things, THING_INPUT)
    request.field("encode", encode_)
    request.field("json", json)
    return request

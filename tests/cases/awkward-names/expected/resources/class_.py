# Generated from the description of Names by specloom; edits will be lost.

"""Calls under `class_`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    import builtins as _builtins
    from collections.abc import Sequence as _Sequence

    from .._runtime.unset import Unset as _Unset
    from ..inputs.thing_input import ThingInput
    from ..models.thing import Thing

__all__ = ["AsyncClass", "Class"]


class Class(_Resource):
    """Calls under `class_`."""

    def list(
        self,
        from_: str,
        *,
        request: str | None = None,
        self_: str | None = None,
        top_max: int | None = None,
    ) -> _builtins.list[Thing]:
        """Call `GET /things/{from}`.

        Args:
            from_: The path parameter `from`.
            request: The query parameter `request`.
            self_: The query parameter `self`.
            top_max: The query parameter `$top[max]`.
        """
        from ..models.thing import Thing

        return self._json(
            _list_request(from_, request=request, self_=self_, top_max=top_max), list[Thing]
        )

    def import_(
        self,
        from_: str,
        *,
        things: _Sequence[ThingInput | Thing],
        list_: str | None = None,
        str_: str | None = None,
        encode: bool | _Unset = _UNSET,
        json: str | _Unset = _UNSET,
    ) -> _builtins.list[str]:
        """Call `POST /things/{from}`.

        Args:
            from_: The path parameter `from`.
            things: `things` of the body.
            list_: The query parameter `list`.
            str_: The query parameter `str`.
            encode: `encode` of the body.
            json: `json` of the body.
        """
        return self._json(
            _import__request(
                from_, things=things, list_=list_, str_=str_, encode=encode, json=json
            ),
            list[str],
        )


class AsyncClass(_AsyncResource):
    """Calls under `class_`."""

    async def list(
        self,
        from_: str,
        *,
        request: str | None = None,
        self_: str | None = None,
        top_max: int | None = None,
    ) -> _builtins.list[Thing]:
        """Call `GET /things/{from}`.

        Args:
            from_: The path parameter `from`.
            request: The query parameter `request`.
            self_: The query parameter `self`.
            top_max: The query parameter `$top[max]`.
        """
        from ..models.thing import Thing

        return await self._json(
            _list_request(from_, request=request, self_=self_, top_max=top_max), list[Thing]
        )

    async def import_(
        self,
        from_: str,
        *,
        things: _Sequence[ThingInput | Thing],
        list_: str | None = None,
        str_: str | None = None,
        encode: bool | _Unset = _UNSET,
        json: str | _Unset = _UNSET,
    ) -> _builtins.list[str]:
        """Call `POST /things/{from}`.

        Args:
            from_: The path parameter `from`.
            things: `things` of the body.
            list_: The query parameter `list`.
            str_: The query parameter `str`.
            encode: `encode` of the body.
            json: `json` of the body.
        """
        return await self._json(
            _import__request(
                from_, things=things, list_=list_, str_=str_, encode=encode, json=json
            ),
            list[str],
        )


def _list_request(
    from_: str, *, request: str | None, self_: str | None, top_max: int | None
) -> _Request:
    _request = _Request("GET", "/things/{from}")
    _request.numbers(top_max=top_max)
    _request.path("from", from_)
    _request.query("request", request)
    _request.query("self", self_)
    _request.query("$top[max]", top_max)
    return _request


def _import__request(
    from_: str,
    *,
    things: _Sequence[ThingInput | Thing],
    list_: str | None,
    str_: str | None,
    encode: bool | _Unset,
    json: str | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.thing_input import THING_INPUT

    _request = _Request("POST", "/things/{from}")
    _request.require(things=things)
    _request.path("from", from_)
    _request.query("list", list_)
    _request.query("str", str_)
    _request.field("things", things, _Items(THING_INPUT))
    _request.field("encode", encode)
    _request.field("json", json)
    return _request

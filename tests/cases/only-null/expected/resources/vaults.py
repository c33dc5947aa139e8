# Generated from the description of Vaults by specloom; edits will be lost.

"""Calls under `vaults`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.shape_choices import Either as _Either, Option as _Option
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping, Sequence as _Sequence

    from .._runtime.unset import Unset as _Unset
    from ..inputs.perhaps_input import PerhapsInput
    from ..models.perhaps import Perhaps
    from ..models.vault import Vault

__all__ = ["AsyncVaultsResource", "VaultsResource"]


class VaultsResource(_Resource):
    """Calls under `vaults`."""

    def get(self, *, nothing: None = None, perhaps: int | None = None) -> Vault:
        """Call `GET /vaults`.

        Args:
            nothing: The query parameter `nothing`.
            perhaps: The query parameter `perhaps`.
        """
        from ..models.vault import Vault

        return self._json(_get_request(nothing=nothing, perhaps=perhaps), Vault)

    def put(
        self,
        *,
        typed: None,
        constant: None,
        enumerated: None | _Unset = _UNSET,
        chosen: None | _Unset = _UNSET,
        wrapped: None | _Unset = _UNSET,
        list_: _Sequence[None] | _Unset = _UNSET,
        map: _Mapping[str, None] | _Unset = _UNSET,
        text: str | None | _Unset = _UNSET,
        content: PerhapsInput | None | _Unset = _UNSET,
        inline: None | _Unset = _UNSET,
    ) -> list[None]:
        """Call `PUT /vaults`.

        Args:
            typed: `typed` of the body.
            constant: `constant` of the body.
            enumerated: `enumerated` of the body.
            chosen: `chosen` of the body.
            wrapped: `wrapped` of the body.
            list_: `list` of the body.
            map: `map` of the body.
            text: `text` of the body.
            content: `content` of the body.
            inline: `inline` of the body.
        """
        return self._json(
            _put_request(
                typed=typed,
                constant=constant,
                enumerated=enumerated,
                chosen=chosen,
                wrapped=wrapped,
                list_=list_,
                map=map,
                text=text,
                content=content,
                inline=inline,
            ),
            list[None],
        )

    def empty(self, *, body: None) -> None:
        """Call `POST /vaults`.

        Args:
            body: The body.
        """
        _answer: None = self._json(_empty_request(body=body), None)
        return _answer

    def fill(self, *, a: None | _Unset = _UNSET, b: None | _Unset = _UNSET) -> Perhaps:
        """Call `PATCH /vaults`.

        Args:
            a: `a` of the body.
            b: `b` of the body.
        """
        from ..models.perhaps import Perhaps

        _answer: Perhaps = self._json(_fill_request(a=a, b=b), Perhaps)
        return _answer


class AsyncVaultsResource(_AsyncResource):
    """Calls under `vaults`."""

    async def get(self, *, nothing: None = None, perhaps: int | None = None) -> Vault:
        """Call `GET /vaults`.

        Args:
            nothing: The query parameter `nothing`.
            perhaps: The query parameter `perhaps`.
        """
        from ..models.vault import Vault

        return await self._json(_get_request(nothing=nothing, perhaps=perhaps), Vault)

    async def put(
        self,
        *,
        typed: None,
        constant: None,
        enumerated: None | _Unset = _UNSET,
        chosen: None | _Unset = _UNSET,
        wrapped: None | _Unset = _UNSET,
        list_: _Sequence[None] | _Unset = _UNSET,
        map: _Mapping[str, None] | _Unset = _UNSET,
        text: str | None | _Unset = _UNSET,
        content: PerhapsInput | None | _Unset = _UNSET,
        inline: None | _Unset = _UNSET,
    ) -> list[None]:
        """Call `PUT /vaults`.

        Args:
            typed: `typed` of the body.
            constant: `constant` of the body.
            enumerated: `enumerated` of the body.
            chosen: `chosen` of the body.
            wrapped: `wrapped` of the body.
            list_: `list` of the body.
            map: `map` of the body.
            text: `text` of the body.
            content: `content` of the body.
            inline: `inline` of the body.
        """
        return await self._json(
            _put_request(
                typed=typed,
                constant=constant,
                enumerated=enumerated,
                chosen=chosen,
                wrapped=wrapped,
                list_=list_,
                map=map,
                text=text,
                content=content,
                inline=inline,
            ),
            list[None],
        )

    async def empty(self, *, body: None) -> None:
        """Call `POST /vaults`.

        Args:
            body: The body.
        """
        _answer: None = await self._json(_empty_request(body=body), None)
        return _answer

    async def fill(self, *, a: None | _Unset = _UNSET, b: None | _Unset = _UNSET) -> Perhaps:
        """Call `PATCH /vaults`.

        Args:
            a: `a` of the body.
            b: `b` of the body.
        """
        from ..models.perhaps import Perhaps

        _answer: Perhaps = await self._json(_fill_request(a=a, b=b), Perhaps)
        return _answer


def _get_request(*, nothing: None, perhaps: int | None) -> _Request:
    _request = _Request("GET", "/vaults")
    _request.numbers(perhaps=perhaps)
    _request.query("nothing", nothing)
    _request.query("perhaps", perhaps)
    return _request


def _put_request(
    *,
    typed: None,
    constant: None,
    enumerated: None | _Unset,
    chosen: None | _Unset,
    wrapped: None | _Unset,
    list_: _Sequence[None] | _Unset,
    map: _Mapping[str, None] | _Unset,
    text: str | None | _Unset,
    content: PerhapsInput | None | _Unset,
    inline: None | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.gold_input import GOLD_INPUT
    from ..inputs.silver_input import SILVER_INPUT

    _request = _Request("PUT", "/vaults")
    _request.require_given(typed=typed, constant=constant)
    _request.field("typed", typed, nullable=True)
    _request.field("constant", constant, nullable=True)
    _request.field("enumerated", enumerated, nullable=True)
    _request.field("chosen", chosen, nullable=True)
    _request.field("wrapped", wrapped, nullable=True)
    _request.field("list", list_, _Items(nulls=True))
    _request.field("map", map)
    _request.field("text", text, nullable=True)
    _request.field(
        "content",
        content,
        _Either(
            _Option(GOLD_INPUT, keys=["kind"], required=["kind"], tags={"kind": ["Gold", "gold"]}),
            _Option(
                SILVER_INPUT, keys=["kind"], required=["kind"], tags={"kind": ["Silver", "silver"]}
            ),
        ),
        nullable=True,
    )
    _request.field("inline", inline, nullable=True)
    return _request


def _empty_request(*, body: None) -> _Request:
    _request = _Request("POST", "/vaults")
    _request.require_given(body=body)
    _request.json(body, nullable=True)
    return _request


def _fill_request(*, a: None | _Unset, b: None | _Unset) -> _Request:
    _request = _Request("PATCH", "/vaults", optional_body=True)
    _request.field("a", a, nullable=True)
    _request.field("b", b, nullable=True)
    return _request

# Generated from the description of Vaults by specloom; edits will be lost.

"""Calls under `vaults`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._runtime.unset import Unset
    from ..inputs.perhaps_input import PerhapsInput
    from ..models.perhaps import Perhaps
    from ..models.vault import Vault

__all__ = ["AsyncVaultsResource", "VaultsResource"]


class VaultsResource(Resource):
    """Calls under `vaults`."""

    def get(self, *, nothing: None = None, perhaps: int | None = None) -> Vault:
        """Call `GET /vaults`.

        Args:
            nothing: The query parameter `nothing`.
            perhaps: The query parameter `perhaps`.
        """
        from ..models.vault import Vault

        return self._json(_get(nothing=nothing, perhaps=perhaps), Vault)

    def put(
        self,
        *,
        typed: None,
        constant: None,
        enumerated: None | Unset = UNSET,
        chosen: None | Unset = UNSET,
        wrapped: None | Unset = UNSET,
        list_: Sequence[None] | None = None,
        map: Mapping[str, None] | None = None,
        text: str | None | Unset = UNSET,
        content: PerhapsInput | None | Unset = UNSET,
        inline: None | Unset = UNSET,
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
            _put(
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
        answer: None = self._json(_empty(body=body), None)
        return answer

    def fill(self, *, a: None | Unset = UNSET, b: None | Unset = UNSET) -> Perhaps:
        """Call `PATCH /vaults`.

        Args:
            a: `a` of the body.
            b: `b` of the body.
        """
        from ..models.perhaps import Perhaps

        answer: Perhaps = self._json(_fill(a=a, b=b), Perhaps)
        return answer


class AsyncVaultsResource(AsyncResource):
    """Calls under `vaults`."""

    async def get(self, *, nothing: None = None, perhaps: int | None = None) -> Vault:
        """Call `GET /vaults`.

        Args:
            nothing: The query parameter `nothing`.
            perhaps: The query parameter `perhaps`.
        """
        from ..models.vault import Vault

        return await self._json(_get(nothing=nothing, perhaps=perhaps), Vault)

    async def put(
        self,
        *,
        typed: None,
        constant: None,
        enumerated: None | Unset = UNSET,
        chosen: None | Unset = UNSET,
        wrapped: None | Unset = UNSET,
        list_: Sequence[None] | None = None,
        map: Mapping[str, None] | None = None,
        text: str | None | Unset = UNSET,
        content: PerhapsInput | None | Unset = UNSET,
        inline: None | Unset = UNSET,
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
            _put(
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
        answer: None = await self._json(_empty(body=body), None)
        return answer

    async def fill(self, *, a: None | Unset = UNSET, b: None | Unset = UNSET) -> Perhaps:
        """Call `PATCH /vaults`.

        Args:
            a: `a` of the body.
            b: `b` of the body.
        """
        from ..models.perhaps import Perhaps

        answer: Perhaps = await self._json(_fill(a=a, b=b), Perhaps)
        return answer


def _get(*, nothing: None, perhaps: int | None) -> Request:
    request = Request("GET", "/vaults")
    request.query("nothing", nothing)
    request.query("perhaps", perhaps)
    return request


def _put(
    *,
    typed: None,
    constant: None,
    enumerated: None | Unset,
    chosen: None | Unset,
    wrapped: None | Unset,
    list_: Sequence[None] | None,
    map: Mapping[str, None] | None,
    text: str | None | Unset,
    content: PerhapsInput | None | Unset,
    inline: None | Unset,
) -> Request:
    request = Request("PUT", "/vaults")
    request.field("typed", typed, nullable=True)
    request.field("constant", constant, nullable=True)
    request.field("enumerated", enumerated, nullable=True)
    request.field("chosen", chosen, nullable=True)
    request.field("wrapped", wrapped, nullable=True)
    request.field("list", list_)
    request.field("map", map)
    request.field("text", text, nullable=True)
    request.field("content", content, nullable=True)
    request.field("inline", inline, nullable=True)
    return request


def _empty(*, body: None) -> Request:
    request = Request("POST", "/vaults")
    request.json(body, nullable=True)
    return request


def _fill(*, a: None | Unset, b: None | Unset) -> Request:
    request = Request("PATCH", "/vaults")
    request.field("a", a, nullable=True)
    request.field("b", b, nullable=True)
    return request

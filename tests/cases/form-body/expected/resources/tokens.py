# Generated from the description of Tokens by specloom; edits will be lost.

"""Calls under `tokens`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.forms import add_form_field as _add_form_field
from .._runtime.features.styles import space_delimited as _space_delimited
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.styles import form as _form
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence
    from typing import Literal as _Literal

    from .._runtime.unset import Unset as _Unset

__all__ = ["AsyncTokensResource", "TokensResource"]


class TokensResource(_Resource):
    """Calls under `tokens`."""

    def create_token(
        self,
        *,
        grant_type: _Literal["password"],
        scopes: _Sequence[str] | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        ttl: int | _Unset = _UNSET,
    ) -> None:
        """Call `POST /tokens`.

        Args:
            grant_type: `grant_type` of the body.
            scopes: Separated by spaces.
            tags: `tags` of the body.
            ttl: Server default: `3600`.
        """
        self._nothing(
            _create_token_request(grant_type=grant_type, scopes=scopes, tags=tags, ttl=ttl)
        )


class AsyncTokensResource(_AsyncResource):
    """Calls under `tokens`."""

    async def create_token(
        self,
        *,
        grant_type: _Literal["password"],
        scopes: _Sequence[str] | _Unset = _UNSET,
        tags: _Sequence[str] | _Unset = _UNSET,
        ttl: int | _Unset = _UNSET,
    ) -> None:
        """Call `POST /tokens`.

        Args:
            grant_type: `grant_type` of the body.
            scopes: Separated by spaces.
            tags: `tags` of the body.
            ttl: Server default: `3600`.
        """
        await self._nothing(
            _create_token_request(grant_type=grant_type, scopes=scopes, tags=tags, ttl=ttl)
        )


def _create_token_request(
    *,
    grant_type: _Literal["password"],
    scopes: _Sequence[str] | _Unset,
    tags: _Sequence[str] | _Unset,
    ttl: int | _Unset,
) -> _Request:
    _request = _Request("POST", "/tokens")
    _request.require(grant_type=grant_type)
    _request.numbers(ttl=ttl)
    _add_form_field(_request, "grant_type", grant_type, required="grant_type")
    _add_form_field(_request, "scopes", scopes, style=_space_delimited, explode=False)
    _add_form_field(_request, "tags", tags, style=_form, explode=False)
    _add_form_field(_request, "ttl", ttl)
    return _request

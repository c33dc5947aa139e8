# Generated from the description of Tokens by specloom; edits will be lost.

"""Calls under `tokens`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

__all__ = ["AsyncTokensResource", "TokensResource"]


class TokensResource(Resource):
    """Calls under `tokens`."""

    def create_token(
        self,
        *,
        grant_type: Literal["password"],
        scopes: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        ttl: int | None = None,
    ) -> None:
        """Call `POST /tokens`.

        Args:
            grant_type: `grant_type` of the body.
            scopes: Separated by spaces.
            tags: `tags` of the body.
            ttl: Server default: `3600`.
        """
        self._nothing(_create_token(grant_type=grant_type, scopes=scopes, tags=tags, ttl=ttl))


class AsyncTokensResource(AsyncResource):
    """Calls under `tokens`."""

    async def create_token(
        self,
        *,
        grant_type: Literal["password"],
        scopes: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        ttl: int | None = None,
    ) -> None:
        """Call `POST /tokens`.

        Args:
            grant_type: `grant_type` of the body.
            scopes: Separated by spaces.
            tags: `tags` of the body.
            ttl: Server default: `3600`.
        """
        await self._nothing(_create_token(grant_type=grant_type, scopes=scopes, tags=tags, ttl=ttl))


def _create_token(
    *,
    grant_type: Literal["password"],
    scopes: Sequence[str] | None,
    tags: Sequence[str] | None,
    ttl: int | None,
) -> Request:
    request = Request("POST", "/tokens")
    request.require(grant_type=grant_type)
    request.form_field("grant_type", grant_type)
    request.form_field("scopes", scopes, style="spaceDelimited", explode=False)
    request.form_field("tags", tags, explode=False)
    request.form_field("ttl", ttl)
    return request

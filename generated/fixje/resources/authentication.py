# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""Fetch an access token by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.multipart import add_part as _add_part
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset as _Unset
    from ..models.token import Token

__all__ = ["AsyncAuthentication", "Authentication"]


class Authentication(_Resource):
    """Fetch an access token by hand."""

    def login(
        self,
        *,
        grant_type: str,
        client_id: str | _Unset = _UNSET,
        client_secret: str | _Unset = _UNSET,
    ) -> Token:
        """Fetch an access token.

        Trades a client id and its secret for a token that other calls carry in the header
        `Authorization`, after the word `Bearer`. It is good for `expires_in` seconds. A client that
        was made with the id and the secret does this by itself.

        `POST /api/v1/login`

        Args:
            grant_type: Has to be `client_credentials`.
            client_id: Id of the partner's client.
            client_secret: Secret that belongs to the id.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.token import Token

        return self._json(
            _login_request(grant_type=grant_type, client_id=client_id, client_secret=client_secret),
            Token,
        )


class AsyncAuthentication(_AsyncResource):
    """Fetch an access token by hand."""

    async def login(
        self,
        *,
        grant_type: str,
        client_id: str | _Unset = _UNSET,
        client_secret: str | _Unset = _UNSET,
    ) -> Token:
        """Fetch an access token.

        Trades a client id and its secret for a token that other calls carry in the header
        `Authorization`, after the word `Bearer`. It is good for `expires_in` seconds. A client that
        was made with the id and the secret does this by itself.

        `POST /api/v1/login`

        Args:
            grant_type: Has to be `client_credentials`.
            client_id: Id of the partner's client.
            client_secret: Secret that belongs to the id.

        Raises:
            BadRequestError: 400.
            UnauthorizedError: 401.
            NotFoundError: 404.
            InternalServerError: 500.
        """
        from ..models.token import Token

        return await self._json(
            _login_request(grant_type=grant_type, client_id=client_id, client_secret=client_secret),
            Token,
        )


def _login_request(
    *, grant_type: str, client_id: str | _Unset, client_secret: str | _Unset
) -> _Request:
    _request = _Request("POST", "/api/v1/login", security=[])
    _request.require(grant_type=grant_type)
    _add_part(_request, "grant_type", grant_type)
    _add_part(_request, "client_id", client_id)
    _add_part(_request, "client_secret", client_secret)
    return _request

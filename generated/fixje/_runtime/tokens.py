"""OAuth 2.0 client credentials: an id and a secret that are traded for a token (RFC 6749, 4.4)."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, NoReturn, TypeAlias, cast
from urllib.parse import quote_plus

from .errors import CallError, ConfigurationError
from .request import Request

if TYPE_CHECKING:
    import httpx

__all__ = ["ClientCredentials"]

Encoding: TypeAlias = Literal["form", "multipart", "json"]

_MARGIN = 30.0
"""Seconds before its end at which a token counts as expired: a call takes time to arrive."""


class ClientCredentials:
    """Fetches a token when one is needed, keeps it until shortly before it expires, and renews it after a 401.

    Args:
        client_id: Who calls.
        client_secret: What proves it.
        token_url: Where the token is fetched; a path is below the client's base URL.
        encoding: How the request for a token is written.
        sent_in: Whether id and secret stand in its body or, as HTTP Basic, in its header (RFC 6749, 2.3.1).
        scopes: What the token is to be good for.
    """

    place: ClassVar[Literal["header"]] = "header"

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        token_url: str,
        encoding: Encoding = "form",
        sent_in: Literal["body", "header"] = "header",
        scopes: Sequence[str] = (),
    ) -> None:
        if not client_id or not client_secret:
            raise ConfigurationError("client id and client secret may not be empty")
        self._id, self._secret = client_id, client_secret
        self._url = token_url
        self._encoding: Encoding = encoding
        self._sent_in = sent_in
        self._scopes = tuple(scopes)
        self._token = ""
        self._expires = 0.0

    @property
    def token(self) -> str:
        """The token in use; empty before the first one is fetched, and when it has expired."""
        return self._token if time.monotonic() < self._expires else ""

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        return "Authorization", f"Bearer {self._token}"

    def request(self, base_url: str) -> Request:
        """Return the request for a token."""
        below = self._url.startswith("/")
        request = Request("POST", self._url if below else "(token)", security=(), idempotent=True)
        request = request.at(base_url + self._url if below else self._url)
        members = {"grant_type": "client_credentials", "scope": " ".join(self._scopes) or None}
        if self._sent_in == "body":
            members |= {"client_id": self._id, "client_secret": self._secret}
        else:
            pair = f"{quote_plus(self._id)}:{quote_plus(self._secret)}"
            request.header("Authorization", f"Basic {b64encode(pair.encode()).decode()}")
        for name, value in members.items():
            match self._encoding:
                case "form":
                    request.form_field(name, value)
                case "multipart":
                    request.part(name, value)
                case _:
                    request.field(name, value)
        return request.accept("application/json")

    def accept(self, response: httpx.Response) -> None:
        """Keep the token of an answer (RFC 6749, 5.1); without a term, until the server refuses it.

        Raises:
            CallError: There is no token in it.
        """
        try:
            answer = cast("object", response.json())
        except ValueError:
            answer = None
        members = cast("dict[str, object]", answer) if isinstance(answer, dict) else {}
        token, term = members.get("access_token"), members.get("expires_in")
        if not isinstance(token, str) or not token or not (token.isascii() and token.isprintable()):
            raise CallError("the answer to the request for a token has no usable access_token")
        seconds = float(str(term)) if isinstance(term, int | float) or str(term).isdecimal() else float("inf")
        self._token = token
        self._expires = time.monotonic() + max(seconds - min(_MARGIN, seconds / 10), 0)

    def __reduce__(self) -> NoReturn:
        raise TypeError("ClientCredentials is not pickled or copied: it holds a secret")

    def __repr__(self) -> str:
        return "ClientCredentials()"

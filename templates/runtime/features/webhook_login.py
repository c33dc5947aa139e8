"""Webhooks whose sender proves himself by a user name and a password, in the query or as HTTP Basic."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from ..errors import ConfigurationError
from .webhooks import MissingTokenError, WrongTokenError, is_secret


@dataclass(frozen=True, slots=True)
class Login:
    """A user name and a password that the sender shares with the receiver; the password is not shown when printed."""

    username: str
    password: str = field(repr=False)


class LoginCheck:
    """Looks for a `Login` in the query of a request's URL, or in its header `Authorization` (RFC 7617).

    Args:
        username: The query parameter with the user name.
        password: The query parameter with the password.
        query: The query of the request's URL, as text or taken apart.
    """

    takes = Login

    def __init__(self, username: str, password: str, query: str | Mapping[str, str]) -> None:
        self._names = username, password
        self._query = query

    def check(self, fields: Mapping[str, str], content: bytes, secret: Login) -> None:  # noqa: ARG002 - as all checks
        """Return where the request has the user name and the password.

        Raises:
            ConfigurationError: One of them is empty.
            MissingTokenError: The request has none.
            WrongTokenError: They are others.
        """
        if not secret.username or not secret.password:
            raise ConfigurationError("user name and password may not be empty; pass None to take requests from anybody")
        given = [each for each in (self._in_query(), _in_header(fields.get("authorization", ""))) if each is not None]
        if not given:
            names = " and ".join(map(repr, self._names))
            raise MissingTokenError(f"the request has neither {names} in its query nor HTTP Basic credentials")
        # Both are compared, whatever the first comes to: how long that takes says nothing of it.
        if not any(is_secret(one, secret.username) & is_secret(other, secret.password) for one, other in given):
            raise WrongTokenError("the request does not have the user name and the password")

    def _in_query(self) -> tuple[str, str] | None:
        query = self._query
        pairs = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True) if isinstance(query, str) else query)
        username, password = (pairs.get(name) for name in self._names)
        return None if username is None or password is None else (username, password)


def _in_header(value: str) -> tuple[str, str] | None:
    scheme, _, encoded = value.strip().partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        decoded = b64decode(encoded.strip(), validate=True).decode("latin-1")  # see `is_secret`
    except ValueError:
        return None
    username, colon, password = decoded.partition(":")
    return (username, password) if colon else None

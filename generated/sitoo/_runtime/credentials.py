"""Credentials: what proves to the server who calls. None shows its secret when printed, and none can be pickled.

They are put on a request inside the transport (see `transport.py`), where no log, exception or response sees them.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Literal, NoReturn, TypeAlias

from .errors import ConfigurationError

__all__ = ["Basic", "Bearer", "CookieKey", "Credential", "HeaderKey", "QueryKey"]

_Place: TypeAlias = Literal["header", "query", "cookie"]


class _Secret:
    """What all credentials share."""

    __slots__ = ()
    place: ClassVar[_Place] = "header"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is not pickled or copied: it holds a secret")


@dataclass(frozen=True, slots=True)
class Basic(_Secret):
    """A user name and a password (RFC 7617)."""

    username: str = field(repr=False)
    password: str = field(repr=False)

    def __post_init__(self) -> None:
        if ":" in self.username:
            raise ConfigurationError("the user name of HTTP Basic authentication may not contain a colon")

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        return "Authorization", "Basic " + b64encode(f"{self.username}:{self.password}".encode()).decode()


@dataclass(frozen=True, slots=True)
class Bearer(_Secret):
    """A bearer token (RFC 6750), or a quick function that returns the current one and is called for each request."""

    token: str | Callable[[], str] = field(repr=False)

    def __post_init__(self) -> None:
        if isinstance(self.token, str):
            _check("bearer token", self.token)

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        token = self.token if isinstance(self.token, str) else self.token()
        _check("bearer token", token)
        return "Authorization", f"Bearer {token}"


@dataclass(frozen=True, slots=True)
class _Key(_Secret):
    name: str
    value: str = field(repr=False)

    def __post_init__(self) -> None:
        _check(f"value of {self.name!r}", self.value)

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        return self.name, self.value


class HeaderKey(_Key):
    """An API key in the header field `name`."""

    __slots__ = ()


class QueryKey(_Key):
    """An API key in the query parameter `name`."""

    __slots__ = ()
    place = "query"


class CookieKey(_Key):
    """An API key in the cookie `name`."""

    __slots__ = ()
    place = "cookie"


Credential: TypeAlias = Basic | Bearer | HeaderKey | QueryKey | CookieKey


def _check(name: str, value: str) -> None:
    """Refuse what no header can carry, without showing it; servers would see a broken or a second header field."""
    if not value or value != value.strip() or not (value.isascii() and value.isprintable()):
        raise ConfigurationError(
            f"the {name} is empty, starts or ends with white space, or has characters other than printable ASCII"
        )

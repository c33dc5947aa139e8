"""API keys in header fields, query parameters and cookies."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..credentials import Credential, check_text

__all__ = ["CookieKey", "HeaderKey", "QueryKey"]


@dataclass(frozen=True, slots=True)
class _Key(Credential):
    name: str
    value: str = field(repr=False)

    def __post_init__(self) -> None:
        check_text(f"value of {self.name!r}", self.value)

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

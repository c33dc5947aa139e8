"""API keys in header fields, query parameters and cookies."""

from __future__ import annotations

from ..credentials import Credential, check_text
from ..errors import ConfigurationError


class _Key(Credential):
    __slots__ = ("_value", "name")

    def __init__(self, name: str, value: str) -> None:
        check_text(f"value of {name!r}", value)
        self.name, self._value = name, value

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        return self.name, self._value

    def __repr__(self) -> str:
        return f"{type(self).__name__}(name={self.name!r})"


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

    def __init__(self, name: str, value: str) -> None:
        super().__init__(name, value)
        if ";" in value:
            raise ConfigurationError(f"the value of {name!r} has a semicolon: another cookie would stand behind it")

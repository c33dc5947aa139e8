"""API keys in header fields, query parameters and cookies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from ..credentials import Credential, check_text
from ..errors import ConfigurationError
from ..request import cookie_names

if TYPE_CHECKING:
    import httpx

_WITH_ADDRESSES = ("location", "content-location", "link", "refresh")


class _Key(Credential):
    __slots__ = ("_value", "name")

    def __init__(self, name: str, value: str) -> None:
        self.name = name  # first: what prints the variables of frames shows a refused key as well
        check_text(f"value of {name!r}", value)
        self._value = value

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

    __slots__ = ("_repeated",)

    def __init__(self, name: str, value: str) -> None:
        super().__init__(name, value)
        forms = "|".join(map(re.escape, {name, quote(name, safe="")}))
        self._repeated = re.compile(rf"(?<=[?&])({forms})=[^&#>\"\s]*")

    def sign(self, request: httpx.Request) -> None:
        """Put it behind the query of a request, in the place of such parameters without a value: see `clean`."""
        if not any(request.url.params.get_list(self.name)):
            pairs = request.url.query.decode("ascii").split("&")
            others = [pair for pair in pairs if pair and unquote(pair.partition("=")[0]) != self.name]
            own = "=".join(quote(part, safe="") for part in self.pair())
            request.url = request.url.copy_with(query="&".join([*others, own]).encode())

    def clean(self, response: httpx.Response) -> None:
        """Take it out of the addresses in header fields."""
        for name in filter(response.headers.__contains__, _WITH_ADDRESSES):
            response.headers[name] = self._repeated.sub(r"\1=", response.headers[name])

    @property
    def parameter(self) -> str:
        """The query parameter that carries it."""
        return self.name


class CookieKey(_Key):
    """An API key in the cookie `name`."""

    __slots__ = ()

    def __init__(self, name: str, value: str) -> None:
        super().__init__(name, value)
        if ";" in value:
            raise ConfigurationError(f"the value of {name!r} has a semicolon: another cookie would stand behind it")

    def sign(self, request: httpx.Request) -> None:
        """Put it behind the cookies of a request that has no such cookie."""
        others = request.headers.get("Cookie", "")
        if self.name not in cookie_names(others):
            request.headers["Cookie"] = "; ".join(filter(None, [others, "=".join(self.pair())]))

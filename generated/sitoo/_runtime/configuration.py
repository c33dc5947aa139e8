"""What the calls of a client have in common."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit
from urllib.parse import unquote_plus as unquote

from .credentials import Credential, QueryKey
from .errors import ApiError, ConfigurationError, Mismatch
from .pace import Pace
from .request import header_field

if TYPE_CHECKING:
    import httpx

__all__ = ["Configuration", "OnMismatch", "server_url", "setting"]

T = TypeVar("T")

OnMismatch: TypeAlias = Literal["raise", "warn", "ignore"] | Callable[[Mismatch], object]

_ErrorPart: TypeAlias = Literal["code", "message"]
_IN_AUTHORITY = re.compile(r"[^\s/\\?#@{}\x00-\x20\x7f]+")
_IN_PATH = re.compile(r"[^\s\\?#@{}\x00-\x20\x7f]*")
"""What server variables may hold: nothing that ends the part of the address they stand in."""

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a client.

    Raises:
        ConfigurationError: The base URL is not an absolute http or https URL, or carries more than a path.
    """

    base_url: str
    credentials: Mapping[str, Credential | None] = field(default_factory=dict[str, "Credential | None"])
    """By the name of their security scheme; None and missing mean the same."""
    security: Sequence[Sequence[str]] = ()
    """Alternatives of credentials that are sent together; the first that is complete is used."""
    timeout: float | httpx.Timeout | None = 60.0
    """Seconds for each wait on the server; connecting gets at most 5 of them. None: no limit."""
    max_retries: int = 2
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    on_mismatch: OnMismatch = "warn"
    errors: Mapping[int | str, type[ApiError]] = field(default_factory=dict[int | str, type[ApiError]])
    """Exception classes by status: a code, a range such as `"4XX"`, or `"default"`."""
    error_pointers: Mapping[_ErrorPart, tuple[str, ...]] = field(default_factory=dict[_ErrorPart, tuple[str, ...]])
    """Where JSON error bodies say these: segments of a JSON Pointer."""
    pace: Pace | None = None
    """The API's rate limit, shared by all copies of the client."""
    user_agent: str = ""
    missing_help: Mapping[str, str] = field(default_factory=dict[str, str])
    """Security scheme → sentence that says how to give its credential."""
    fields: Mapping[str, tuple[str, str]] = field(init=False, repr=False, compare=False)
    """`headers` and `user_agent` as header fields: lower-case name → name and value."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "base_url", self.base_url.rstrip("/"))
        url = _split(self.base_url)
        if url is None or url.scheme not in _PORTS or not url.hostname:
            raise ConfigurationError("the base URL must be absolute and start with http:// or https://")
        if url.username is not None or url.query or url.fragment:
            raise ConfigurationError("the base URL may have a path, but no user name, password, query or fragment")
        named = {"User-Agent": self.user_agent, **self.headers} if self.user_agent else self.headers
        fields = {name.lower(): header_field(name, value) for name, value in named.items()}
        object.__setattr__(self, "fields", fields)

    def select(self, security: Sequence[Sequence[str]] | None) -> tuple[str, ...]:
        """Return the names of the credentials to send: the first complete alternative.

        Raises:
            ConfigurationError: Each alternative lacks a credential; says how to give them.
        """
        alternatives = self.security if security is None else security
        for names in alternatives:
            if names and all(self.credentials.get(name) for name in names):
                return tuple(names)
        if not alternatives or any(not names for names in alternatives):
            return ()
        missing = [name for names in alternatives for name in names if not self.credentials.get(name)]
        help_ = " Or: ".join(
            self.missing_help.get(name, f"no credential for {name!r}.") for name in dict.fromkeys(missing)
        )
        raise ConfigurationError(f"this call needs a credential. {help_}")

    def follow(self, current: str, reference: str) -> str | None:
        """Return the absolute URL that `reference` means at the URL `current`; None if it is on another origin.

        API keys that the server wrote into it are taken out: the transport adds them, where no log sees them.
        """
        base, url = _split(self.base_url), _split(urljoin(current, reference)) if _split(reference) else None
        if base is None or url is None or _origin(url) != _origin(base) or url.username is not None:
            return None
        keys = {key.name for key in self.credentials.values() if isinstance(key, QueryKey)}
        pairs = [pair for pair in url.query.split("&") if unquote(pair.partition("=")[0]) not in keys]
        return urlunsplit((url.scheme, url.netloc, url.path, "&".join(pairs), ""))


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _origin(url: SplitResult) -> tuple[str, str | None, int | None]:
    """RFC 6454, section 4."""
    return url.scheme, url.hostname, url.port or _PORTS.get(url.scheme)


def setting(value: T | None, variable: str) -> T | str | None:
    """Return `value`, or where it is None the environment variable; an empty one counts as not set."""
    return value if value is not None else os.environ.get(variable) or None


def server_url(template: str, values: Mapping[str, str | None], help_: str) -> str:
    """Return the address of a server (OpenAPI 3.1, 4.8.5) with its variables filled in.

    Args:
        template: The address with `{variables}`; empty where the description names no server.
        values: Their values; None where the caller gave none.
        help_: What the message tells the caller to do.

    Raises:
        ConfigurationError: There is no address, a value is missing, or one has characters that would lead elsewhere.
    """
    if not template or None in values.values():
        raise ConfigurationError(f"the address of the server is not known. {help_}")
    path = template.find("/", template.find("://") + 3)
    for name, value in values.items():
        allowed = _IN_PATH if 0 <= path < template.find(f"{{{name}}}") else _IN_AUTHORITY
        if value is None or not allowed.fullmatch(value) or ".." in value.split("/"):
            raise ConfigurationError(f"{name!r} in the address of the server may not be {value!r}")
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", str(value))
    return template

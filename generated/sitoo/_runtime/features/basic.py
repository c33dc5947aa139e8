"""HTTP Basic authentication."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field

from ..credentials import Credential
from ..errors import ConfigurationError

__all__ = ["Basic"]


@dataclass(frozen=True, slots=True)
class Basic(Credential):
    """A user name and a password (RFC 7617)."""

    username: str = field(repr=False)
    password: str = field(repr=False)

    def __post_init__(self) -> None:
        if ":" in self.username:
            raise ConfigurationError("the user name of HTTP Basic authentication may not contain a colon")

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        return "Authorization", "Basic " + b64encode(f"{self.username}:{self.password}".encode()).decode()

"""HTTP Basic authentication."""

from __future__ import annotations

from base64 import b64encode

from ..credentials import Credential
from ..errors import ConfigurationError


class Basic(Credential):
    """A user name and a password (RFC 7617)."""

    __slots__ = ("_password", "_username")

    def __init__(self, username: str, password: str) -> None:
        if ":" in username:
            raise ConfigurationError("the user name of HTTP Basic authentication may not contain a colon")
        self._username, self._password = username, password

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        return "Authorization", "Basic " + b64encode(f"{self._username}:{self._password}".encode()).decode()

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody may see."""
        return self._password, self.pair()[1].removeprefix("Basic ")

"""Bearer tokens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..credentials import Credential, check_text

__all__ = ["Bearer"]


@dataclass(frozen=True, slots=True)
class Bearer(Credential):
    """A bearer token (RFC 6750), or a quick function that returns the current one and is called for each request."""

    token: str | Callable[[], str] = field(repr=False)

    def __post_init__(self) -> None:
        if isinstance(self.token, str):
            check_text("bearer token", self.token)

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        token = self.token if isinstance(self.token, str) else self.token()
        check_text("bearer token", token)
        return "Authorization", f"Bearer {token}"

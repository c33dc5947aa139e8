"""Bearer tokens."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from ..credentials import Credential, check_text


class Bearer(Credential):
    """A bearer token (RFC 6750), or a quick function that returns the current one and is called for each request."""

    __slots__ = ("_token",)

    def __init__(self, token: str | Callable[[], str]) -> None:
        if isinstance(token, str):
            check_text("bearer token", token)
        self._token = token

    def pair(self) -> tuple[str, str]:
        """Return the name and the value that carry the credential."""
        token = self._token if isinstance(self._token, str) else self._token()
        check_text("bearer token", token)
        return "Authorization", f"Bearer {token}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody may see."""
        return (self.pair()[1].removeprefix("Bearer "),)

    @property
    def owner(self) -> tuple[Hashable, ...]:
        """What tells whose token it is: a function stands for whatever it returns."""
        return (self._token,)

# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Token`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["Token"]


class Token(_Model):
    """An access token."""

    access_token: str
    """The token. Keep it secret."""

    token_type: str | None = None
    """How to send the token."""

    expires_in: int | None = None
    """For how many seconds the token is good."""

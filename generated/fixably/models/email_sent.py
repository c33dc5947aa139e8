# Generated from the description of Fixably API by specloom; edits will be lost.

"""`EmailSent`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["EmailSent"]


class EmailSent(_Model):
    """Whether an e-mail was sent."""

    success: bool | None = None
    """Whether it was sent."""

    response: str | None = None
    """The same in words."""

# Generated from the description of Cups by specloom; edits will be lost.

"""`Cup`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["Cup"]


class Cup(_Model):
    """Cup."""

    id: int

    label: str | None = None

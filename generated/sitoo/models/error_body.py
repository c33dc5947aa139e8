# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ErrorBody`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["ErrorBody"]


class ErrorBody(_Model):
    """What went wrong. Either member may be missing, and others may be there."""

    statuscode: int | None = None
    """Usually the HTTP status once more."""

    errortext: str | None = None
    """The reason, for people."""

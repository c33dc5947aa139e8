# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`ProblemDetails`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["ProblemDetails"]


class ProblemDetails(_Model):
    """What went wrong. Any member may be missing, and others may be there."""

    type: str | None = None
    """What kind of problem it is."""

    title: str | None = None
    """The kind of problem, for people."""

    status: int | None = None
    """The HTTP status once more."""

    detail: str | None = None
    """What is wrong with this very request, for people."""

    instance: str | None = None
    """Which occurrence of the problem it is."""

    errors: dict[str, list[str]] | None = None
    """What is wrong with each member of the request, by its name."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`Answer`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Answer"]


class Answer(Model):
    """An answer whose result has no documented shape."""

    success: bool | None = None
    """Whether the call worked; a good HTTP status does not tell."""

    status_code: Annotated[int | str | None, Field(alias="statusCode")] = None
    """RepairDesk's own code of how it went."""

    message: str | None = None
    """How it went, for people."""

    data: Any | None = None
    """The result."""

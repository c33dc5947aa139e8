# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ErrorBody`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["ErrorBody"]


class ErrorBody(_Model):
    """What went wrong. Any member may be missing, and others may be there."""

    status: int | str | None = None
    """Usually the HTTP status once more."""

    developer_message: _Annotated[str | None, _Field(alias="developerMessage")] = None
    """The reason, for the developer of the calling program."""

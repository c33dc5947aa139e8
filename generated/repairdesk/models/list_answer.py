# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`ListAnswer`."""

from __future__ import annotations

from typing import Annotated as _Annotated, Any as _Any

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["ListAnswer"]


class ListAnswer(_Model):
    """An answer with a list whose entries have no documented shape."""

    success: bool | None = None
    """Whether the call worked; a good HTTP status does not tell."""

    status_code: _Annotated[int | str | None, _Field(alias="statusCode")] = None
    """RepairDesk's own code of how it went."""

    message: str | None = None
    """How it went, for people."""

    data: list[_Any] | dict[str, _Any] | None = None
    """The entries; whether they stand in an array or under a key is not documented."""

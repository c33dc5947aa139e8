# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Role`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["Role"]


class Role(_LinkedModel):
    """A role of users or customers."""

    href: str | None = None
    """Address of this role."""

    id: int | None = None
    """Id of the role."""

    name: str | None = None
    """Name of the role for programs."""

    display_name: _Annotated[str | None, _Field(alias="displayName")] = None
    """Name of the role for people."""

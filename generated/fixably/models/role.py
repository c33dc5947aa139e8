# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Role`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["Role"]


class Role(_Model):
    """A role of users or customers."""

    href: str | None = None
    """Address of this role."""

    id: int | None = None
    """Id of the role."""

    name: str | None = None
    """Name of the role for programs."""

    display_name: _Annotated[str | None, _Field(alias="displayName")] = None
    """Name of the role for people."""

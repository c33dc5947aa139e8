# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Role`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Role"]


class Role(Model):
    """A role of users or customers."""

    href: str | None = None
    """Address of this role."""

    id: int | None = None
    """Id of the role."""

    name: str | None = None
    """Name of the role for programs."""

    display_name: Annotated[str | None, Field(alias="displayName")] = None
    """Name of the role for people."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`User`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["User"]


class User(_LinkedModel):
    """A member of staff. The vendor shows users as targets of links only, so most fields are
    unknown.
    """

    href: str | None = None
    """Address of this user."""

    id: int | None = None
    """Id of the user."""

    first_name: _Annotated[str | None, _Field(alias="firstName")] = None
    """First name."""

    last_name: _Annotated[str | None, _Field(alias="lastName")] = None
    """Last name."""

    email: str | None = None
    """E-mail address."""

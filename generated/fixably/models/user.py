# Generated from the description of Fixably API by specloom; edits will be lost.

"""`User`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["User"]


class User(Model):
    """A member of staff. The vendor shows users as targets of links only, so most fields are
    unknown.
    """

    href: str | None = None
    """Address of this user."""

    id: int | None = None
    """Id of the user."""

    first_name: Annotated[str | None, Field(alias="firstName")] = None
    """First name."""

    last_name: Annotated[str | None, Field(alias="lastName")] = None
    """Last name."""

    email: str | None = None
    """E-mail address."""

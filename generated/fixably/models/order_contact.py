# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderContact`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["OrderContact"]


class OrderContact(_Model):
    """Whom to contact about an order."""

    full_name: _Annotated[str | None, _Field(alias="fullName")] = None
    """Name of the person."""

    company: str | None = None
    """Name of the company."""

    phone_number: _Annotated[str | None, _Field(alias="phoneNumber")] = None
    """Phone number."""

    email_address: _Annotated[str | None, _Field(alias="emailAddress")] = None
    """E-mail address."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderContact`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["OrderContact"]


class OrderContact(Model):
    """Whom to contact about an order."""

    full_name: Annotated[str | None, Field(alias="fullName")] = None
    """Name of the person."""

    company: str | None = None
    """Name of the company."""

    phone_number: Annotated[str | None, Field(alias="phoneNumber")] = None
    """Phone number."""

    email_address: Annotated[str | None, Field(alias="emailAddress")] = None
    """E-mail address."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Address`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["Address"]


class Address(_Model):
    """A postal address of a customer."""

    id: int | None = None
    """Id of the address."""

    name: str | None = None
    """Who receives or pays."""

    address1: str | None = None
    """First line of the address."""

    address2: str | None = None
    """Second line of the address."""

    address3: str | None = None
    """Third line of the address."""

    zip: str | None = None
    """Postal code."""

    city: str | None = None
    """City or municipality."""

    state: str | None = None
    """State or province."""

    country: str | None = None
    """Country, as a code of two letters."""

    identifier: str | None = None
    """Identifier of the address in another system."""

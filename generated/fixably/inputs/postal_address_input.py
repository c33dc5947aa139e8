# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PostalAddressInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["PostalAddressInput"]


class PostalAddressInput(TypedDict):
    """A postal address that stands in an order or on an invoice only."""

    name: NotRequired[str]
    """Who receives or pays."""

    address1: NotRequired[str]
    """First line of the address."""

    address2: NotRequired[str]
    """Second line of the address."""

    address3: NotRequired[str]
    """Third line of the address."""

    city: NotRequired[str]
    """City or municipality."""

    zip: NotRequired[str]
    """Postal code."""

    state: NotRequired[str]
    """State or province, abbreviated."""

    country: NotRequired[str]
    """Country, as a code of two letters."""

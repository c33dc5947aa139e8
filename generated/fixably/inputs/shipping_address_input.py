# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ShippingAddressInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["ShippingAddressInput"]


class ShippingAddressInput(_TypedDict):
    """A postal address to be stored with a customer."""

    name: _NotRequired[str]
    """Who receives or pays, at most 100 characters."""

    address1: _NotRequired[str]
    """First line of the address."""

    address2: _NotRequired[str]
    """Second line of the address."""

    address3: _NotRequired[str]
    """Third line of the address."""

    city: _NotRequired[str]
    """City or municipality."""

    zip: _NotRequired[str]
    """Postal code."""

    state: _NotRequired[str]
    """State or province."""

    country: _NotRequired[str]
    """Country, as a code of two letters."""


SHIPPING_ADDRESS_INPUT: _Shape = _Shape(
    given=["name", "address1", "address2", "address3", "city", "zip", "state", "country"]
)

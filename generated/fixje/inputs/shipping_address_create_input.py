# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`ShippingAddressCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["ShippingAddressCreateInput"]


class ShippingAddressCreateInput(_TypedDict):
    """Where to send an order."""

    company_name: _NotRequired[str]
    """Name of the company."""

    first_name: _NotRequired[str]
    """First name."""

    last_name: _NotRequired[str]
    """Last name."""

    street: _NotRequired[str]
    """Street without the number."""

    house_number: _NotRequired[str]
    """House number."""

    house_number_extension: _NotRequired[str]
    """What follows the house number."""

    extra_address_information: _NotRequired[str]
    """Anything else that helps to find the place."""

    zip_code: _NotRequired[str]
    """Postal code."""

    city: _NotRequired[str]
    """Town or city."""

    country_code: _NotRequired[str]
    """Code of the country."""

    shipment_email_address: _NotRequired[str]
    """E-mail address for news about the delivery."""


SHIPPING_ADDRESS_CREATE_INPUT: _Shape = _Shape(
    {
        "company_name": "companyName",
        "first_name": "firstName",
        "last_name": "lastName",
        "house_number": "houseNumber",
        "house_number_extension": "houseNumberExtension",
        "extra_address_information": "extraAddressInformation",
        "zip_code": "zipCode",
        "country_code": "countryCode",
        "shipment_email_address": "shipmentEmailAddress",
    },
    given=[
        "company_name",
        "first_name",
        "last_name",
        "street",
        "house_number",
        "house_number_extension",
        "extra_address_information",
        "zip_code",
        "city",
        "country_code",
        "shipment_email_address",
    ],
)

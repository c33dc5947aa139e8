# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`BillingAddressCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["BillingAddressCreateInput"]


class BillingAddressCreateInput(_TypedDict):
    """Who pays for an order."""

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

    vat_number: _NotRequired[str]
    """VAT number of the company."""

    camber_of_commerce: _NotRequired[str]
    """Number under which the company is registered at the chamber of commerce."""

    billing_email_address: _NotRequired[str]
    """E-mail address for invoices."""

    billing_phone_number: _NotRequired[str]
    """Phone number for questions about payment."""


BILLING_ADDRESS_CREATE_INPUT: _Shape = _Shape(
    {
        "company_name": "companyName",
        "first_name": "firstName",
        "last_name": "lastName",
        "house_number": "houseNumber",
        "house_number_extension": "houseNumberExtension",
        "extra_address_information": "extraAddressInformation",
        "zip_code": "zipCode",
        "country_code": "countryCode",
        "vat_number": "vatNumber",
        "camber_of_commerce": "camberOfCommerce",
        "billing_email_address": "billingEmailAddress",
        "billing_phone_number": "billingPhoneNumber",
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
        "vat_number",
        "camber_of_commerce",
        "billing_email_address",
        "billing_phone_number",
    ],
)

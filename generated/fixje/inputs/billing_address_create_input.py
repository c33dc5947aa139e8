# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`BillingAddressCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import Shape

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["BillingAddressCreateInput"]


class BillingAddressCreateInput(TypedDict):
    """Who pays for an order."""

    company_name: NotRequired[str]
    """Name of the company."""

    first_name: NotRequired[str]
    """First name."""

    last_name: NotRequired[str]
    """Last name."""

    street: NotRequired[str]
    """Street without the number."""

    house_number: NotRequired[str]
    """House number."""

    house_number_extension: NotRequired[str]
    """What follows the house number."""

    extra_address_information: NotRequired[str]
    """Anything else that helps to find the place."""

    zip_code: NotRequired[str]
    """Postal code."""

    city: NotRequired[str]
    """Town or city."""

    country_code: NotRequired[str]
    """Code of the country."""

    vat_number: NotRequired[str]
    """VAT number of the company."""

    camber_of_commerce: NotRequired[str]
    """Number under which the company is registered at the chamber of commerce."""

    billing_email_address: NotRequired[str]
    """E-mail address for invoices."""

    billing_phone_number: NotRequired[str]
    """Phone number for questions about payment."""


BILLING_ADDRESS_CREATE_INPUT: Shape = Shape(
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
    }
)

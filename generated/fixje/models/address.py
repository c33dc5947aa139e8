# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Address`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Address"]


class Address(Model):
    """Where an order is sent to."""

    company_name: Annotated[str | None, Field(alias="companyName")] = None
    """Name of the company."""

    first_name: Annotated[str | None, Field(alias="firstName")] = None
    """First name."""

    last_name: Annotated[str | None, Field(alias="lastName")] = None
    """Last name."""

    street: str | None = None
    """Street without the number."""

    house_number: Annotated[str | None, Field(alias="houseNumber")] = None
    """House number."""

    house_number_extension: Annotated[str | None, Field(alias="houseNumberExtension")] = None
    """What follows the house number."""

    extra_address_information: Annotated[str | None, Field(alias="extraAddressInformation")] = None
    """Anything else that helps to find the place."""

    zip_code: Annotated[str | None, Field(alias="zipCode")] = None
    """Postal code."""

    city: str | None = None
    """Town or city."""

    country_code: Annotated[str | None, Field(alias="countryCode")] = None
    """Code of the country."""

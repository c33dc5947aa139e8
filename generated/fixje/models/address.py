# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Address`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["Address"]


class Address(_Model):
    """Where an order is sent to."""

    company_name: _Annotated[str | None, _Field(alias="companyName")] = None
    """Name of the company."""

    first_name: _Annotated[str | None, _Field(alias="firstName")] = None
    """First name."""

    last_name: _Annotated[str | None, _Field(alias="lastName")] = None
    """Last name."""

    street: str | None = None
    """Street without the number."""

    house_number: _Annotated[str | None, _Field(alias="houseNumber")] = None
    """House number."""

    house_number_extension: _Annotated[str | None, _Field(alias="houseNumberExtension")] = None
    """What follows the house number."""

    extra_address_information: _Annotated[str | None, _Field(alias="extraAddressInformation")] = (
        None
    )
    """Anything else that helps to find the place."""

    zip_code: _Annotated[str | None, _Field(alias="zipCode")] = None
    """Postal code."""

    city: str | None = None
    """Town or city."""

    country_code: _Annotated[str | None, _Field(alias="countryCode")] = None
    """Code of the country."""

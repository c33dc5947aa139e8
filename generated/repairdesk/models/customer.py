# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`Customer`."""

from __future__ import annotations

from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model
from .customer_group import CustomerGroup

__all__ = ["Customer"]


class Customer(_Model):
    """A customer as stored. Any member may be missing, and others may be there."""

    cid: _Text | None = None
    """Id of the customer."""

    first_name: str | None = None
    """First name."""

    last_name: str | None = None
    """Last name."""

    phone: str | None = None
    """Phone number."""

    mobile: str | None = None
    """Mobile phone number."""

    email: str | None = None
    """E-mail address."""

    address1: str | None = None
    """First line of the address."""

    address2: str | None = None
    """Second line of the address."""

    postcode: str | None = None
    """Postal code."""

    city: str | None = None
    """Town or city."""

    state: str | None = None
    """State or county."""

    country: str | None = None
    """Country."""

    orgonization: str | None = None
    """Company. The vendor spells it like this."""

    organization: str | None = None
    """Company."""

    driving_licence: str | None = None
    """Number of the driving licence."""

    contact_person: str | None = None
    """Whom to ask for at the company."""

    tax_number: str | None = None
    """Tax number."""

    network: str | None = None
    """Mobile network."""

    refered_by: str | None = None
    """Who or what referred the customer. Spelled like this."""

    customer_group: CustomerGroup | None = None
    """Group that the customer belongs to."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Location`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .delivery_page import DeliveryPage
else:
    DeliveryPage = later(__name__, "delivery_page", "DeliveryPage")

__all__ = ["Location"]


class Location(Model):
    """A place where devices are repaired."""

    href: str | None = None
    """Address of this location's entry."""

    id: int | None = None
    """Id of the location."""

    name: str | None = None
    """Name of the location."""

    email: str | None = None
    """E-mail address."""

    phone: str | None = None
    """Phone number."""

    country: str | None = None
    """Country, as a code of two letters."""

    state: str | None = None
    """State, province or region."""

    city: str | None = None
    """City."""

    zip: str | None = None
    """Postal code."""

    address: str | None = None
    """Street and number."""

    tat: int | str | None = None
    """Turnaround time in days."""

    opening_hours: Annotated[dict[str, str | None] | None, Field(alias="openingHours")] = None
    """When the location is open, in words; one text for each language, by its code of two letters."""

    deliveries: Link[DeliveryPage] | None = None
    """Delivery methods that the location offers."""

    longitude: Decimal | None = None
    """Longitude, in degrees."""

    latitude: Decimal | None = None
    """Latitude, in degrees."""

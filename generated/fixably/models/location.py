# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Location`."""

from __future__ import annotations

from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import LinkedModel as _LinkedModel, lazy as _lazy
from ..links import Collection as _Collection

if TYPE_CHECKING:
    from .delivery import Delivery
    from .delivery_page import DeliveryPage

if not TYPE_CHECKING:
    Delivery = _lazy(__name__, "delivery", "Delivery")
    DeliveryPage = _lazy(__name__, "delivery_page", "DeliveryPage")

__all__ = ["Location"]


class Location(_LinkedModel):
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

    opening_hours: _Annotated[dict[str, str | None] | None, _Field(alias="openingHours")] = None
    """When the location is open, in words; one text for each language, by its code of two letters."""

    deliveries: _Collection[DeliveryPage, Delivery] | None = None
    """Delivery methods that the location offers."""

    longitude: _Decimal | None = None
    """Longitude, in degrees."""

    latitude: _Decimal | None = None
    """Latitude, in degrees."""

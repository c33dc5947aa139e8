# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Manifest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .customer import Customer
    from .location import Location
    from .manifest_line_page import ManifestLinePage
else:
    Customer = later(__name__, "customer", "Customer")
    Location = later(__name__, "location", "Location")
    ManifestLinePage = later(__name__, "manifest_line_page", "ManifestLinePage")

__all__ = ["Manifest"]


class Manifest(Model):
    """A list of a customer's devices that come to a service location in one delivery."""

    href: str | None = None
    """Address of this manifest."""

    id: int | None = None
    """Id of the manifest."""

    number: str | None = None
    """Number of the manifest."""

    reference: str | None = None
    """Reference of the manifest."""

    tracking_number: Annotated[str | None, Field(alias="trackingNumber")] = None
    """Tracking number of the delivery."""

    comments: str | None = None
    """Comments on the manifest."""

    location: Link[Location] | None = None
    """Service location that the devices come to."""

    customer: Link[Customer] | None = None
    """Customer whose devices they are."""

    lines: Link[ManifestLinePage] | None = None
    """The devices."""

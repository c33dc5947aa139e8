# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Manifest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from ..links import Collection as _Collection

if TYPE_CHECKING:
    from .customer import Customer
    from .location import Location
    from .manifest_line import ManifestLine
    from .manifest_line_page import ManifestLinePage

if not TYPE_CHECKING:
    Customer = _lazy(__name__, "customer", "Customer")
    Location = _lazy(__name__, "location", "Location")
    ManifestLine = _lazy(__name__, "manifest_line", "ManifestLine")
    ManifestLinePage = _lazy(__name__, "manifest_line_page", "ManifestLinePage")

__all__ = ["Manifest"]


class Manifest(_LinkedModel):
    """A list of a customer's devices that come to a service location in one delivery."""

    href: str | None = None
    """Address of this manifest."""

    id: int | None = None
    """Id of the manifest."""

    number: str | None = None
    """Number of the manifest."""

    reference: str | None = None
    """Reference of the manifest."""

    tracking_number: _Annotated[str | None, _Field(alias="trackingNumber")] = None
    """Tracking number of the delivery."""

    comments: str | None = None
    """Comments on the manifest."""

    location: _Link[Location] | None = None
    """Service location that the devices come to."""

    customer: _Link[Customer] | None = None
    """Customer whose devices they are."""

    lines: _Collection[ManifestLinePage, ManifestLine] | None = None
    """The devices."""

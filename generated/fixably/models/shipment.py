# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Shipment`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .customer import Customer
    from .location import Location
    from .store import Store
else:
    Customer = later(__name__, "customer", "Customer")
    Location = later(__name__, "location", "Location")
    Store = later(__name__, "store", "Store")

__all__ = ["Shipment"]


class Shipment(Model):
    """A parcel or several, on the way from one place to another."""

    href: str | None = None
    """Address of this shipment."""

    id: int | None = None
    """Id of the shipment."""

    tracking_number: Annotated[str | None, Field(alias="trackingNumber")] = None
    """Number by which the carrier tracks the shipment."""

    carrier: str | None = None
    """Identifier of the carrier."""

    reference: str | None = None
    """Reference of the shipment."""

    sender: str | None = None
    """Who sends the shipment."""

    sender_address: Annotated[dict[str, Any] | None, Field(alias="senderAddress")] = None
    """Address of the sender; its members are not documented."""

    recipient: Link[Customer] | None = None
    """Customer who receives the shipment."""

    recipient_address: Annotated[dict[str, Any] | None, Field(alias="recipientAddress")] = None
    """Address of the recipient; its members are not documented."""

    sender_location: Annotated[Link[Location] | None, Field(alias="senderLocation")] = None
    """Service location that sends the shipment."""

    sender_store: Annotated[Link[Store] | None, Field(alias="senderStore")] = None
    """Store that sends the shipment."""

    recipient_store: Annotated[Link[Store] | None, Field(alias="recipientStore")] = None
    """Store that receives the shipment."""

    service_code: Annotated[str | None, Field(alias="serviceCode")] = None
    """The carrier's code of its service."""

    pickup_request_number: Annotated[str | None, Field(alias="pickupRequestNumber")] = None
    """Number of the request to pick the shipment up."""

    status: str | None = None
    """How far the shipment is, if that is known."""

    packages: list[Any] | None = None
    """Packages of the shipment; their shape is not documented."""

    created_at: Annotated[datetime.datetime | None, Field(alias="createdAt")] = None
    """When the shipment was created."""

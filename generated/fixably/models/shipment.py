# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Shipment`."""

from __future__ import annotations

import datetime as _datetime
from typing import TYPE_CHECKING, Annotated as _Annotated, Any as _Any

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy

if TYPE_CHECKING:
    from .customer import Customer
    from .location import Location
    from .store import Store

if not TYPE_CHECKING:
    Customer = _lazy(__name__, "customer", "Customer")
    Location = _lazy(__name__, "location", "Location")
    Store = _lazy(__name__, "store", "Store")

__all__ = ["Shipment"]


class Shipment(_LinkedModel):
    """A parcel or several, on the way from one place to another."""

    href: str | None = None
    """Address of this shipment."""

    id: int | None = None
    """Id of the shipment."""

    tracking_number: _Annotated[str | None, _Field(alias="trackingNumber")] = None
    """Number by which the carrier tracks the shipment."""

    carrier: str | None = None
    """Identifier of the carrier."""

    reference: str | None = None
    """Reference of the shipment."""

    sender: str | None = None
    """Who sends the shipment."""

    sender_address: _Annotated[dict[str, _Any] | None, _Field(alias="senderAddress")] = None
    """Address of the sender; its members are not documented."""

    recipient: _Link[Customer] | None = None
    """Customer who receives the shipment."""

    recipient_address: _Annotated[dict[str, _Any] | None, _Field(alias="recipientAddress")] = None
    """Address of the recipient; its members are not documented."""

    sender_location: _Annotated[_Link[Location] | None, _Field(alias="senderLocation")] = None
    """Service location that sends the shipment."""

    sender_store: _Annotated[_Link[Store] | None, _Field(alias="senderStore")] = None
    """Store that sends the shipment."""

    recipient_store: _Annotated[_Link[Store] | None, _Field(alias="recipientStore")] = None
    """Store that receives the shipment."""

    service_code: _Annotated[str | None, _Field(alias="serviceCode")] = None
    """The carrier's code of its service."""

    pickup_request_number: _Annotated[str | None, _Field(alias="pickupRequestNumber")] = None
    """Number of the request to pick the shipment up."""

    status: str | None = None
    """How far the shipment is, if that is known."""

    packages: list[_Any] | None = None
    """Packages of the shipment; their shape is not documented."""

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the shipment was created."""

# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Shipment`."""

from __future__ import annotations

import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Shipment"]


class Shipment(Model):
    """One parcel, or one delivery of several."""

    order_shipment_id: Annotated[UUID | None, Field(alias="orderShipmentId")] = None
    """Id of the shipment."""

    shipment_date: Annotated[datetime.datetime | None, Field(alias="shipmentDate")] = None
    """When it was sent."""

    tracking_number: Annotated[str | None, Field(alias="trackingNumber")] = None
    """Number to follow it with."""

    shipment_provider: Annotated[str | None, Field(alias="shipmentProvider")] = None
    """Who carries it."""

    order_items: Annotated[dict[str, int] | None, Field(alias="orderItems")] = None
    """How many of each item are in it, by the item's id."""

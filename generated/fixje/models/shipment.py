# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Shipment`."""

from __future__ import annotations

import datetime as _datetime
from typing import Annotated as _Annotated
from uuid import UUID as _UUID

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["Shipment"]


class Shipment(_Model):
    """One parcel, or one delivery of several."""

    order_shipment_id: _Annotated[_UUID | None, _Field(alias="orderShipmentId")] = None
    """Id of the shipment."""

    shipment_date: _Annotated[_datetime.datetime | None, _Field(alias="shipmentDate")] = None
    """When it was sent."""

    tracking_number: _Annotated[str | None, _Field(alias="trackingNumber")] = None
    """Number to follow it with."""

    shipment_provider: _Annotated[str | None, _Field(alias="shipmentProvider")] = None
    """Who carries it."""

    order_items: _Annotated[dict[str, int] | None, _Field(alias="orderItems")] = None
    """How many of each item are in it, by the item's id."""

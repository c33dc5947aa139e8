# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Order`."""

from __future__ import annotations

import datetime as _datetime
from typing import Annotated as _Annotated
from uuid import UUID as _UUID

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .address import Address
from .order_item import OrderItem
from .shipment import Shipment

__all__ = ["Order"]


class Order(_Model):
    """An order, its items, and what has been shipped of it."""

    order_id: _Annotated[_UUID | None, _Field(alias="orderId")] = None
    """Id of the order."""

    reference: str | None = None
    """The partner's own reference."""

    order_status: _Annotated[str | None, _Field(alias="orderStatus")] = None
    """How far the order is. The values are not documented."""

    shipping_method_id: _Annotated[_UUID | None, _Field(alias="shippingMethodId")] = None
    """Id of the shipping method."""

    store_front_id: _Annotated[_UUID | None, _Field(alias="storeFrontId")] = None
    """Id of the storefront."""

    shipping_address: _Annotated[Address | None, _Field(alias="shippingAddress")] = None
    """Where the order is sent to."""

    order_items: _Annotated[list[OrderItem] | None, _Field(alias="orderItems")] = None
    """What was ordered."""

    shipments: list[Shipment] | None = None
    """What has been sent so far."""

    requested_delivery_date: _Annotated[
        _datetime.date | None, _Field(alias="requestedDeliveryDate")
    ] = None
    """Day on which the partner wants to have it."""

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the order was placed."""

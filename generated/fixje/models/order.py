# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`Order`."""

from __future__ import annotations

import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from .._runtime.model import Model
from .address import Address
from .order_item import OrderItem
from .shipment import Shipment

__all__ = ["Order"]


class Order(Model):
    """An order, its items, and what has been shipped of it."""

    order_id: Annotated[UUID | None, Field(alias="orderId")] = None
    """Id of the order."""

    reference: str | None = None
    """The partner's own reference."""

    order_status: Annotated[str | None, Field(alias="orderStatus")] = None
    """How far the order is. The values are not documented."""

    shipping_method_id: Annotated[UUID | None, Field(alias="shippingMethodId")] = None
    """Id of the shipping method."""

    store_front_id: Annotated[UUID | None, Field(alias="storeFrontId")] = None
    """Id of the storefront."""

    shipping_address: Annotated[Address | None, Field(alias="shippingAddress")] = None
    """Where the order is sent to."""

    order_items: Annotated[list[OrderItem] | None, Field(alias="orderItems")] = None
    """What was ordered."""

    shipments: list[Shipment] | None = None
    """What has been sent so far."""

    requested_delivery_date: Annotated[
        datetime.date | None, Field(alias="requestedDeliveryDate")
    ] = None
    """Day on which the partner wants to have it."""

    created_at: Annotated[datetime.datetime | None, Field(alias="createdAt")] = None
    """When the order was placed."""

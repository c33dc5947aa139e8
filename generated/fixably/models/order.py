# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Order`."""

from __future__ import annotations

import datetime as _datetime
from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from ..links import Collection as _Collection
from .custom_fields import CustomFields
from .internal_location import InternalLocation
from .order_contact import OrderContact
from .order_priority import OrderPriority
from .transit_origin import TransitOrigin

if TYPE_CHECKING:
    from .customer import Customer
    from .device import Device
    from .location import Location
    from .order_line import OrderLine
    from .order_line_page import OrderLinePage
    from .order_note import OrderNote
    from .order_note_page import OrderNotePage
    from .order_task import OrderTask
    from .order_task_page import OrderTaskPage
    from .queue import Queue
    from .shipment import Shipment
    from .shipment_page import ShipmentPage
    from .status import Status
    from .store import Store
    from .user import User

if not TYPE_CHECKING:
    Customer = _lazy(__name__, "customer", "Customer")
    Device = _lazy(__name__, "device", "Device")
    Location = _lazy(__name__, "location", "Location")
    OrderLine = _lazy(__name__, "order_line", "OrderLine")
    OrderLinePage = _lazy(__name__, "order_line_page", "OrderLinePage")
    OrderNote = _lazy(__name__, "order_note", "OrderNote")
    OrderNotePage = _lazy(__name__, "order_note_page", "OrderNotePage")
    OrderTask = _lazy(__name__, "order_task", "OrderTask")
    OrderTaskPage = _lazy(__name__, "order_task_page", "OrderTaskPage")
    Queue = _lazy(__name__, "queue", "Queue")
    Shipment = _lazy(__name__, "shipment", "Shipment")
    ShipmentPage = _lazy(__name__, "shipment_page", "ShipmentPage")
    Status = _lazy(__name__, "status", "Status")
    Store = _lazy(__name__, "store", "Store")
    User = _lazy(__name__, "user", "User")

__all__ = ["Order"]


class Order(_LinkedModel):
    """A service or sales order, and what is linked to it."""

    href: str | None = None
    """Address of this order."""

    id: int | None = None
    """Number of the order, which no other order has."""

    is_closed: _Annotated[bool | None, _Field(alias="isClosed")] = None
    """Whether the order is closed."""

    is_inside: _Annotated[bool | None, _Field(alias="isInside")] = None
    """Whether the device is at the service location."""

    is_draft: _Annotated[bool | None, _Field(alias="isDraft")] = None
    """Whether the order is unfinished, for example because the customer or the issue is missing."""

    internal_location: _Annotated[InternalLocation | None, _Field(alias="internalLocation")] = None
    """Where the device is."""

    transit_origin: _Annotated[TransitOrigin | None, _Field(alias="transitOrigin")] = None
    """Where a device in transit comes from; null if it is not in transit."""

    current_inside_time: _Annotated[int | None, _Field(alias="currentInsideTime")] = None
    """For how many seconds the device has been in service this time."""

    total_inside_time: _Annotated[int | None, _Field(alias="totalInsideTime")] = None
    """For how many seconds altogether the device has been in service, counted from its receipt
    there.
    """

    priority: OrderPriority | None = None
    """How urgent the order is. It is written as a number instead."""

    tags: list[str] | None = None
    """Tags of the order."""

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the order was created."""

    updated_at: _Annotated[_datetime.datetime | None, _Field(alias="updatedAt")] = None
    """When the order was last changed."""

    notes: _Collection[OrderNotePage, OrderNote] | None = None
    """Notes on the order's timeline, such as the issue, the diagnosis and the resolution."""

    ordered_by: _Annotated[_Link[User] | None, _Field(alias="orderedBy")] = None
    """User who created the order."""

    handled_by: _Annotated[_Link[User] | None, _Field(alias="handledBy")] = None
    """Technician to whom the order is assigned."""

    reference: str | None = None
    """Customer's reference."""

    internal_reference: _Annotated[str | None, _Field(alias="internalReference")] = None
    """Service provider's own reference."""

    magic: str | None = None
    """Token with which the order can be followed at `<tenant>.fixably.com/public/status`. Whoever
    has it sees the order's state.
    """

    custom_reference: _Annotated[str | None, _Field(alias="customReference")] = None
    """Further reference, which the tenant defines in its system settings."""

    custom_reference2: _Annotated[str | None, _Field(alias="customReference2")] = None
    """Second further reference of that kind."""

    device: _Link[Device] | None = None
    """Device that is repaired."""

    customer: _Link[Customer] | None = None
    """Customer of the order."""

    insurance_company: _Annotated[_Link[Customer] | None, _Field(alias="insuranceCompany")] = None
    """Insurance company, which is a customer too."""

    contact: OrderContact | None = None
    """Whom to contact about the order."""

    status: _Link[Status] | None = None
    """Status of the order, one of those of its queue."""

    queue: _Link[Queue] | None = None
    """Service queue that the order is in."""

    location: _Link[Location] | None = None
    """Location that does the repair."""

    store: _Link[Store] | None = None
    """Store of the order."""

    shipments: _Collection[ShipmentPage, Shipment] | None = None
    """Shipments of the order."""

    lines: _Collection[OrderLinePage, OrderLine] | None = None
    """Products and services of the order."""

    tasks: _Collection[OrderTaskPage, OrderTask] | None = None
    """Order tasks, which are fields that the tenant defines."""

    total: _Decimal | None = None
    """Total with tax."""

    total0: _Decimal | None = None
    """Total without tax."""

    total_charged: _Annotated[_Decimal | None, _Field(alias="totalCharged")] = None
    """How much of the total is marked as charged or invoiced."""

    total_remaining: _Annotated[_Decimal | None, _Field(alias="totalRemaining")] = None
    """How much of the total is still to be paid."""

    provider: str | None = None
    """System that the order comes from."""

    identifier: str | None = None
    """Identifier of the order in that system."""

    custom_fields: _Annotated[CustomFields | None, _Field(alias="customFields")] = None
    """Custom fields of the order."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderPageRelationInput"]


OrderPageRelationInput: _TypeAlias = "_Literal['items', 'items.notes', 'items.notes.items', 'items.notes.items.createdBy', 'items.orderedBy', 'items.handledBy', 'items.device', 'items.customer', 'items.customer.parent', 'items.customer.children', 'items.customer.roles', 'items.customer.defaultPaymentTerm', 'items.insuranceCompany', 'items.insuranceCompany.parent', 'items.insuranceCompany.children', 'items.insuranceCompany.roles', 'items.insuranceCompany.defaultPaymentTerm', 'items.status', 'items.status.queue', 'items.queue', 'items.queue.statuses', 'items.location', 'items.location.deliveries', 'items.store', 'items.shipments', 'items.shipments.items', 'items.shipments.items.recipient', 'items.shipments.items.senderLocation', 'items.shipments.items.senderStore', 'items.shipments.items.recipientStore', 'items.lines', 'items.lines.items', 'items.lines.items.product', 'items.tasks', 'items.tasks.items', 'items.tasks.items.task', 'items.tasks.items.createdBy'] | str"
"""What can be expanded in `OrderPage`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderRelationInput"]


OrderRelationInput: _TypeAlias = "_Literal['notes', 'notes.items', 'notes.items.createdBy', 'orderedBy', 'handledBy', 'device', 'customer', 'customer.parent', 'customer.children', 'customer.roles', 'customer.defaultPaymentTerm', 'insuranceCompany', 'insuranceCompany.parent', 'insuranceCompany.children', 'insuranceCompany.roles', 'insuranceCompany.defaultPaymentTerm', 'status', 'status.queue', 'queue', 'queue.statuses', 'location', 'location.deliveries', 'store', 'shipments', 'shipments.items', 'shipments.items.recipient', 'shipments.items.senderLocation', 'shipments.items.senderStore', 'shipments.items.recipientStore', 'lines', 'lines.items', 'lines.items.product', 'tasks', 'tasks.items', 'tasks.items.task', 'tasks.items.createdBy'] | str"
"""What can be expanded in `Order`; relations further down can be named as well."""

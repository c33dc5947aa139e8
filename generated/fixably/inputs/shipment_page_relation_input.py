# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ShipmentPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["ShipmentPageRelationInput"]


ShipmentPageRelationInput: _TypeAlias = "_Literal['items', 'items.recipient', 'items.recipient.parent', 'items.recipient.children', 'items.recipient.roles', 'items.recipient.defaultPaymentTerm', 'items.senderLocation', 'items.senderLocation.deliveries', 'items.senderStore', 'items.recipientStore'] | str"
"""What can be expanded in `ShipmentPage`; relations further down can be named as well."""

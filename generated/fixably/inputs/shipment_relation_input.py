# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ShipmentRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["ShipmentRelationInput"]


ShipmentRelationInput: _TypeAlias = "_Literal['recipient', 'recipient.parent', 'recipient.children', 'recipient.roles', 'recipient.defaultPaymentTerm', 'senderLocation', 'senderLocation.deliveries', 'senderStore', 'recipientStore'] | str"
"""What can be expanded in `Shipment`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CostEstimateRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["CostEstimateRelationInput"]


CostEstimateRelationInput: _TypeAlias = "_Literal['order', 'order.notes', 'order.orderedBy', 'order.handledBy', 'order.device', 'order.customer', 'order.insuranceCompany', 'order.status', 'order.queue', 'order.location', 'order.store', 'order.shipments', 'order.lines', 'order.tasks', 'options', 'options.items'] | str"
"""What can be expanded in `CostEstimate`; relations further down can be named as well."""

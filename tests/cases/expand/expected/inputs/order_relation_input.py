# Generated from the description of Orders by specloom; edits will be lost.

"""`OrderRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["OrderRelationInput"]


OrderRelationInput: TypeAlias = (
    "Literal['customer', 'customer.orders', 'lines', 'lines.items', 'lines.items.product'] | str"
)
"""What can be expanded in `Order`; relations further down can be named as well."""

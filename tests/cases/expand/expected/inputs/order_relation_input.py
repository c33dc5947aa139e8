# Generated from the description of Orders by specloom; edits will be lost.

"""`OrderRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderRelationInput"]


OrderRelationInput: _TypeAlias = (
    "_Literal['customer', 'customer.orders', 'lines', 'lines.items', 'lines.items.product'] | str"
)
"""What can be expanded in `Order`; relations further down can be named as well."""

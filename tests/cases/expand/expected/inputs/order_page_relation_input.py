# Generated from the description of Orders by specloom; edits will be lost.

"""`OrderPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderPageRelationInput"]


OrderPageRelationInput: _TypeAlias = "_Literal['items', 'items.customer', 'items.customer.orders', 'items.lines', 'items.lines.items', 'items.lines.items.product'] | str"
"""What can be expanded in `OrderPage`; relations further down can be named as well."""

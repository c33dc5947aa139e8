# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoiceLinePageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["InvoiceLinePageRelationInput"]


InvoiceLinePageRelationInput: _TypeAlias = (
    "_Literal['items', 'items.product', 'items.orderLine', 'items.orderLine.product'] | str"
)
"""What can be expanded in `InvoiceLinePage`; relations further down can be named as well."""

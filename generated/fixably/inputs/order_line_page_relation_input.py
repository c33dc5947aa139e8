# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderLinePageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderLinePageRelationInput"]


OrderLinePageRelationInput: _TypeAlias = "_Literal['items', 'items.product'] | str"
"""What can be expanded in `OrderLinePage`; relations further down can be named as well."""

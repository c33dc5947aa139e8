# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderTaskPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderTaskPageRelationInput"]


OrderTaskPageRelationInput: _TypeAlias = "_Literal['items', 'items.task', 'items.createdBy'] | str"
"""What can be expanded in `OrderTaskPage`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`StatusPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["StatusPageRelationInput"]


StatusPageRelationInput: _TypeAlias = (
    "_Literal['items', 'items.queue', 'items.queue.statuses'] | str"
)
"""What can be expanded in `StatusPage`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`QueuePageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["QueuePageRelationInput"]


QueuePageRelationInput: _TypeAlias = "_Literal['items', 'items.statuses', 'items.statuses.items', 'items.statuses.items.queue'] | str"
"""What can be expanded in `QueuePage`; relations further down can be named as well."""

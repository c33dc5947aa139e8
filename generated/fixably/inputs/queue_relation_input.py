# Generated from the description of Fixably API by specloom; edits will be lost.

"""`QueueRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["QueueRelationInput"]


QueueRelationInput: _TypeAlias = (
    "_Literal['statuses', 'statuses.items', 'statuses.items.queue'] | str"
)
"""What can be expanded in `Queue`; relations further down can be named as well."""

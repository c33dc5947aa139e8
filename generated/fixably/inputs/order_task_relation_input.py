# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderTaskRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["OrderTaskRelationInput"]


OrderTaskRelationInput: TypeAlias = "Literal['task', 'createdBy'] | str"
"""What can be expanded in `OrderTask`; relations further down can be named as well."""

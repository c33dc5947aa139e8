# Generated from the description of Fixably API by specloom; edits will be lost.

"""`LocationRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["LocationRelationInput"]


LocationRelationInput: _TypeAlias = "_Literal['deliveries', 'deliveries.items'] | str"
"""What can be expanded in `Location`; relations further down can be named as well."""

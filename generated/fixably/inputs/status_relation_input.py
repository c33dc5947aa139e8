# Generated from the description of Fixably API by specloom; edits will be lost.

"""`StatusRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["StatusRelationInput"]


StatusRelationInput: _TypeAlias = "_Literal['queue', 'queue.statuses'] | str"
"""What can be expanded in `Status`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`TaskPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["TaskPageRelationInput"]


TaskPageRelationInput: _TypeAlias = "_Literal['items'] | str"
"""What can be expanded in `TaskPage`; relations further down can be named as well."""

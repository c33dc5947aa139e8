# Generated from the description of Fixably API by specloom; edits will be lost.

"""`RolePageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["RolePageRelationInput"]


RolePageRelationInput: TypeAlias = "Literal['items'] | str"
"""What can be expanded in `RolePage`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomerRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["CustomerRelationInput"]


CustomerRelationInput: _TypeAlias = "_Literal['parent', 'parent.parent', 'parent.children', 'parent.roles', 'parent.defaultPaymentTerm', 'children', 'children.items', 'children.items.parent', 'children.items.children', 'children.items.roles', 'children.items.defaultPaymentTerm', 'roles', 'roles.items', 'defaultPaymentTerm'] | str"
"""What can be expanded in `Customer`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CustomerPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["CustomerPageRelationInput"]


CustomerPageRelationInput: _TypeAlias = "_Literal['items', 'items.parent', 'items.parent.parent', 'items.parent.children', 'items.parent.roles', 'items.parent.defaultPaymentTerm', 'items.children', 'items.children.items', 'items.children.items.parent', 'items.children.items.children', 'items.children.items.roles', 'items.children.items.defaultPaymentTerm', 'items.roles', 'items.roles.items', 'items.defaultPaymentTerm'] | str"
"""What can be expanded in `CustomerPage`; relations further down can be named as well."""

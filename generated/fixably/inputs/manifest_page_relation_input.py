# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ManifestPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["ManifestPageRelationInput"]


ManifestPageRelationInput: _TypeAlias = "_Literal['items', 'items.location', 'items.location.deliveries', 'items.customer', 'items.customer.parent', 'items.customer.children', 'items.customer.roles', 'items.customer.defaultPaymentTerm', 'items.lines', 'items.lines.items'] | str"
"""What can be expanded in `ManifestPage`; relations further down can be named as well."""

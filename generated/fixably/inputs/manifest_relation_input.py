# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ManifestRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["ManifestRelationInput"]


ManifestRelationInput: _TypeAlias = "_Literal['location', 'location.deliveries', 'customer', 'customer.parent', 'customer.children', 'customer.roles', 'customer.defaultPaymentTerm', 'lines', 'lines.items'] | str"
"""What can be expanded in `Manifest`; relations further down can be named as well."""

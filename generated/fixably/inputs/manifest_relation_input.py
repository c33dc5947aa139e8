# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ManifestRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["ManifestRelationInput"]


ManifestRelationInput: TypeAlias = "Literal['location', 'location.deliveries', 'customer', 'customer.parent', 'customer.children', 'customer.roles', 'customer.defaultPaymentTerm', 'lines', 'lines.items'] | str"
"""What can be expanded in `Manifest`; relations further down can be named as well."""

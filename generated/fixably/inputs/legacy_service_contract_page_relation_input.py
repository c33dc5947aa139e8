# Generated from the description of Fixably API by specloom; edits will be lost.

"""`LegacyServiceContractPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["LegacyServiceContractPageRelationInput"]


LegacyServiceContractPageRelationInput: TypeAlias = "Literal['items', 'items.customer'] | str"
"""What can be expanded in `LegacyServiceContractPage`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`LegacyServiceContractRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["LegacyServiceContractRelationInput"]


LegacyServiceContractRelationInput: _TypeAlias = "_Literal['customer'] | str"
"""What can be expanded in `LegacyServiceContract`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ProductPageRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["ProductPageRelationInput"]


ProductPageRelationInput: TypeAlias = "Literal['items'] | str"
"""What can be expanded in `ProductPage`; relations further down can be named as well."""

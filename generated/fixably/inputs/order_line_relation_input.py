# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderLineRelationInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["OrderLineRelationInput"]


OrderLineRelationInput: _TypeAlias = "_Literal['product'] | str"
"""What can be expanded in `OrderLine`; relations further down can be named as well."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ContractPriorityInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["ContractPriorityInput"]


ContractPriorityInput: _TypeAlias = "_Literal['NORMAL', 'HIGH', 'HIGHEST']"
"""Priority of a contract."""

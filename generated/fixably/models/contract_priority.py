# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ContractPriority`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["ContractPriority"]


ContractPriority: _TypeAlias = _Literal["NORMAL", "HIGH", "HIGHEST"] | str
"""Priority of a contract."""

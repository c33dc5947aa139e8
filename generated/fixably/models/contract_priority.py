# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ContractPriority`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["ContractPriority"]


ContractPriority: TypeAlias = Literal["NORMAL", "HIGH", "HIGHEST"] | str
"""Priority of a contract."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ContractType`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["ContractType"]


ContractType: TypeAlias = Literal["device", "customer"] | str
"""Whether a contract covers a device or a customer."""

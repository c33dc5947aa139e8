# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ContractType`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["ContractType"]


ContractType: _TypeAlias = _Literal["device", "customer"] | str
"""Whether a contract covers a device or a customer."""

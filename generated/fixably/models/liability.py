# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Liability`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["Liability"]


Liability: _TypeAlias = _Literal["SERVICE_PROVIDER", "CUSTOMER", "THIRD_PARTY"] | str
"""Who is responsible, the service provider, the customer or somebody else."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`TransitOrigin`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["TransitOrigin"]


TransitOrigin: _TypeAlias = _Literal["SERVICE", "STORE"] | str
"""Where a device in transit comes from."""

# Generated from the description of Paint by specloom; edits will be lost.

"""`Color`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["Color"]


Color: _TypeAlias = _Literal["red", "dark green", "it's"] | str
"""A color of the chart."""

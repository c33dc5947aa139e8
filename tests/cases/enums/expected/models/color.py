# Generated from the description of Paint by specloom; edits will be lost.

"""`Color`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Color"]


Color: TypeAlias = Literal["red", "dark green", "it's"] | str
"""A color of the chart."""

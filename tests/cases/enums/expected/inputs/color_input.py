# Generated from the description of Paint by specloom; edits will be lost.

"""`ColorInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from typing import Literal

__all__ = ["ColorInput"]


ColorInput: TypeAlias = "Literal['red', 'dark green', \"it's\"]"
"""A color of the chart."""

# Generated from the description of Paint by specloom; edits will be lost.

"""`ColorInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["ColorInput"]


ColorInput: _TypeAlias = "_Literal['red', 'dark green', \"it's\"]"
"""A color of the chart."""

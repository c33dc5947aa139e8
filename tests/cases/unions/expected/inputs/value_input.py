# Generated from the description of Readings by specloom; edits will be lost.

"""`ValueInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

__all__ = ["ValueInput"]


ValueInput: _TypeAlias = "float | str | _Sequence[float] | None"
"""What was read."""

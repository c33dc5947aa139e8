# Generated from the description of Readings by specloom; edits will be lost.

"""`ValueInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ValueInput"]


ValueInput: TypeAlias = "float | str | Sequence[float] | None"
"""What was read."""

# Generated from the description of Desk by specloom; edits will be lost.

"""`KindInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["KindInput"]


KindInput: _TypeAlias = "_Literal[0, 1, 99]"

# Generated from the description of Desk by specloom; edits will be lost.

"""`SizeInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Final as _Final, Literal as _Literal

__all__ = ["SizeInput", "SizeInputValues"]


SizeInput: _TypeAlias = "_Literal['s', 'l']"


class SizeInputValues:
    """The values of `SizeInput` by name."""

    SMALL: _Final = "s"

# Generated from the description of Desk by specloom; edits will be lost.

"""`Kind`."""

from __future__ import annotations

from typing import Final as _Final, Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["Kind", "KindValues"]


Kind: _TypeAlias = _Literal[0, 1, 99] | int


class KindValues:
    """The values of `Kind` by name."""

    WHOLE: _Final = 0

    SPARE_PART: _Final = 1

    BUNDLE: _Final = 99

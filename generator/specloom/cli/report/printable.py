"""Text of a description made safe to show: it can neither steer a terminal nor flood it."""

from __future__ import annotations

from typing import Final

__all__ = ["CUT", "cut_text", "escape_text"]

CUT: Final = "…"
"""Stands where something was left out."""


def escape_text(text: str) -> str:
    """Return `text` with everything that is not printed as itself written as a Python escape.

    Those are line ends, tabs, control characters such as ANSI escapes, and invisible or direction-changing Unicode.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def cut_text(text: str, width: int, column: int = 1) -> str:
    """Return at most `width` characters of `text`, those around `column` (which counts from 1)."""
    if len(text) <= width:
        return text
    start = min(max(column - 1 - width // 2, 0), len(text) - width)
    end = start + width
    before, after = start > 0, end < len(text)
    return CUT * before + text[start + before : end - after] + CUT * after

"""What was and what is, side by side: the words that differ, and both sides shortened where they are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from specloom.cli.report.escape import CUT, cut_text
from specloom.record import record

_WORD: Final = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_WORDS: Final = 600
"""Of a side between what both begin and end with: of more, the time to compare them grows with their product."""
_AROUND: Final = 24
"""Characters that are kept beside what differs."""
_LONGEST: Final = 10
"""How many times the width a side may be, where all of that differs."""


@record
class Stretch:
    """A part of one side."""

    text: str
    differs: bool


def mark_words(before: str, after: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return both sides in stretches that the other side has as well, and such that it has not."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    front = _common(old, new)
    back = _common(old[front:][::-1], new[front:][::-1])
    ends = len(old) - back, len(new) - back
    inner = old[front : ends[0]], new[front : ends[1]]
    pairs = [(old[:front], new[:front], False), *_compare(*inner), (old[ends[0] :], new[ends[1] :], False)]
    return _joined((mine, differs) for mine, _, differs in pairs), _joined(
        (mine, differs) for _, mine, differs in pairs
    )


def cut_sides(before: str, after: str, width: int) -> tuple[str, str]:
    """Return both sides in about `width` characters each, the longest stretches that are the same left out.

    What differs is never left out, unless it is many times as long as the width by itself: then its first letters are
    shown. A side may be empty.
    """
    if max(len(before), len(after)) <= width:
        return before, after
    if not before or not after:
        return cut_text(before, width), cut_text(after, width)
    old, new = map(_shorten, mark_words(before, after))
    longest = width * _LONGEST
    if max(len(old), len(new)) <= longest:
        return old, new
    # Words without end may begin alike: both are cut at the same letter, so that they stay different.
    skipped = max(_common(old, new) - longest // 2, 0)
    cut = CUT if skipped else ""
    return cut_text(cut + old[skipped:], longest), cut_text(cut + new[skipped:], longest)


def _compare(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str], bool]]:
    if max(len(old), len(new)) > _MOST_WORDS:
        yield old, new, True
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[i:j], new[k:m], tag != "equal"


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words, or letters of a text, both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(old), len(new)))


def _joined(parts: Iterable[tuple[Sequence[str], bool]]) -> tuple[Stretch, ...]:
    return tuple(Stretch("".join(words), differs) for words, differs in parts if words)


def _shorten(stretches: Sequence[Stretch]) -> str:
    return "".join(
        text if differs or len(text) <= 3 * _AROUND else text[:_AROUND] + CUT + text[-_AROUND:]
        for text, differs in ((each.text, each.differs) for each in stretches)
    )

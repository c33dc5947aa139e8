"""Merging two changes of one text, line by line, as diff3 does.

A line of the base that both sides kept is common ground. Between two such lines a change of one side alone is taken,
the same change of both is taken once, and different ones are a conflict, which is written out with all three texts.

See S. Khanna, K. Kunal, B. Pierce: A Formal Investigation of Diff3 (2007), for the algorithm and what it promises.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from io import StringIO
from typing import Final, TypeAlias

from specloom.record import record

_YOURS: Final = "<<<<<<< yours\n"
_BASE: Final = "||||||| base\n"
_MIDDLE: Final = "=======\n"
_UPDATE: Final = ">>>>>>> update\n"
Lines: TypeAlias = Sequence[str]
_MARKER: Final = re.compile(r"^(?:<{7}|\|{7}|>{7}) ", re.MULTILINE)


@record
class Merge:
    """The merged text, and how many places of it are conflicts between markers."""

    text: str
    conflicts: int


def merge_texts(base: str, yours: str, update: str) -> Merge:
    """Return `base` with the changes of both sides. Every line of either side is in the result, or was removed by one.

    The base is empty where each side wrote the text anew.
    """
    merged: list[str] = []
    conflicts = 0
    for common, ours, theirs in _regions(_lines(base), _lines(yours), _lines(update)):
        if theirs in (ours, common):
            merged += ours
        elif ours == common:
            merged += theirs
        else:
            conflicts += 1
            merged += _marked(common, ours, theirs)
    return Merge("".join(merged), conflicts)


def distance(one: str, other: str) -> int:
    """Return how many lines are in one of two texts alone."""
    left, right = Counter(one.splitlines()), Counter(other.splitlines())
    return (left - right).total() + (right - left).total()


def count_markers(text: str) -> int:
    """Return how many lines of a text begin as conflict markers do, of Specloom or of Git."""
    return len(_MARKER.findall(text))


def _lines(text: str) -> list[str]:
    """Split at line feeds only: Python source may hold the other line ends of Unicode inside literals."""
    return list(StringIO(text))


def _regions(base: Lines, yours: Lines, update: Lines) -> Iterator[tuple[Lines, Lines, Lines]]:
    """Yield the lines of all three texts between two places where they agree, or in one such place."""
    at_yours, at_update = _matches(base, yours), _matches(base, update)
    b = y = u = 0
    for index in range(len(base) + 1):
        common = index < len(base) and index in at_yours and index in at_update
        if not common and index < len(base):
            continue
        to_yours, to_update = (at_yours[index], at_update[index]) if common else (len(yours), len(update))
        if (b, y, u) != (index, to_yours, to_update):
            yield base[b:index], yours[y:to_yours], update[u:to_update]
        if common:
            line = base[index : index + 1]
            yield line, line, line
        b, y, u = index + 1, to_yours + 1, to_update + 1


def _matches(base: Lines, side: Lines) -> dict[int, int]:
    """Return which lines of `base` a side kept: index in `base` → index in `side`, both ascending."""
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _marked(base: Lines, yours: Lines, update: Lines) -> Iterator[str]:
    """Yield a conflict with its markers; lines in which both sides begin or end alike stay outside."""
    shorter = min(len(yours), len(update)) if not base else 0
    front = next((i for i in range(shorter) if yours[i] != update[i]), shorter)
    back = next((i for i in range(shorter - front) if yours[-1 - i] != update[-1 - i]), shorter - front)
    yield from yours[:front]
    yield _YOURS
    yield from _ended(yours[front : len(yours) - back])
    yield _BASE
    yield from _ended(base)
    yield _MIDDLE
    yield from _ended(update[front : len(update) - back])
    yield _UPDATE
    yield from yours[len(yours) - back :]


def _ended(lines: Lines) -> Iterator[str]:
    """Yield the lines, the last one with a line end, so that a marker can follow."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n"

"""What happened to the values of an enumeration, in words: which came and went, or how all of them are spelt now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from specloom.diff.vocabulary import Change
from specloom.messages import quoted

ENUM: Final = frozenset({"enum-value-added", "closed-enum-value-added", "enum-value-removed"})
"""Facts that a value of an enumeration came or went."""
_GONE: Final = "enum-value-removed"
_MANY: Final = 3
"""From so many on, values are counted."""
_BETWEEN_WORDS: Final = re.compile(r"(?<=[^\W_])[\W_]+(?=[^\W_])")


def values_words(changes: Sequence[Change], of: str) -> str:
    """Return which values came and went; of more than a few, how many: `2 values of 'Order.state' were removed`."""
    gone = [quoted(change.before) for change in changes if change.fact == _GONE]
    come = [quoted(change.after) for change in changes if change.fact != _GONE]
    (first, happened), *rest = [each for each in ((gone, "removed"), (come, "added")) if each[0]]
    few = len(gone) + len(come) < _MANY
    if not few and (respelt := respelt_words(changes)):
        return f"{len(gone)} values of {of} {respelt}"
    more = "".join(f" and {values[0] if few else len(values)} {word}" for values, word in rest)
    if len(first) == 1:
        return f"{f'value {first[0]}' if few else '1 value'} of {of} was {happened}{more}"
    return f"{len(first)} values of {of} were {happened}{more}"


def respelt_words(changes: Iterable[Change]) -> str:
    """Return in which way all values that went came again: `changed case`; empty where others came."""
    gone: list[str] = []
    come: list[str] = []
    for change in changes:
        if change.fact == _GONE:
            gone.append(str(change.before))
        else:
            come.append(str(change.after))
    if _sorted(gone) == _sorted(come):
        return "changed case"
    if _sorted(_BETWEEN_WORDS.sub("", each) for each in gone) == _sorted(_BETWEEN_WORDS.sub("", each) for each in come):
        return "have other signs between their words"
    for short, long, since in ((gone, come, "now"), (come, gone, "no longer")):
        if prefix := _prefix(short, long):
            is_exact = {*long} == {prefix + value for value in short}
            return f"{'' if is_exact else 'changed case and '}begin with {quoted(prefix)} {since}"
    return ""


def _sorted(values: Iterable[str]) -> list[str]:
    return sorted(map(str.casefold, values))


def _prefix(short: Sequence[str], long: Sequence[str]) -> str:
    """Return what stands before each of several values in another list, case aside; empty where that differs."""
    if len(short) != len(long) or len(short) < 2:  # noqa: PLR2004 - what one value begins with says nothing
        return ""
    first, other = min(long, key=str.casefold), min(short, key=str.casefold)
    prefix = first[: max(len(first) - len(other), 0)]
    return prefix if _sorted(long) == _sorted(prefix + value for value in short) else ""

"""Finds the word that a writer probably meant, and shows values in messages."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from specloom.source.file import Json

__all__ = ["closest", "did_you_mean", "shown", "type_name", "with_article"]

_LONGEST_SHOWN: Final = 80


def closest(word: str, candidates: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the candidate most like `word`, or None where none comes near; letter case does not count."""
    return None if len(word) > _LONGEST_SHOWN else _closest(word, tuple(candidates), cutoff)


# Large descriptions repeat one vendor's keyword thousands of times, and comparing is slow.
@lru_cache(maxsize=256)
def _closest(word: str, candidates: tuple[str, ...], cutoff: float) -> str | None:
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    matches = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[matches[0]] if matches else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return `did you mean 'X'?`, or the empty string where no candidate is like `word`."""
    match = closest(word, candidates)
    return "" if match is None else f"did you mean {shown(match)}?"


def shown(value: Json) -> str:
    """Return a value as messages quote it: on one line, control characters escaped, cut after 80 characters."""
    if isinstance(value, dict | list):
        return type_name(value)
    if value is None or isinstance(value, bool):
        return str(value).lower() if value is not None else "null"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def type_name(value: Json) -> str:
    """Return what JSON calls the type of `value`, with its article: `a string`, `an object`, `null`."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case _:
            return "an object"


def with_article(noun: str) -> str:
    """Return `noun` behind `a` or `an`."""
    return f"{'an' if noun[0] in 'AEIOUaeiou' or noun.startswith('XML') else 'a'} {noun}"

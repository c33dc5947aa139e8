"""How messages call things: files as people know them, values on one line, and the word that was probably meant."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable, Sequence, Sized
from functools import lru_cache
from pathlib import Path
from typing import Final

_LONGEST_SHOWN: Final = 80
MERGE_MARKS: Final = re.compile(r"^<{7} ", re.MULTILINE)
"""As Git marks where two sides disagree."""
UNDECIDED: Final = "this file has the marks of a merge that nobody has decided yet"
DECIDE: Final = "decide what it shall say here, and remove the marks"
"""What is told of a file that has them, and what to do about it."""


def shown_path(path: Path) -> str:
    """Return a path as people see it: relative to the working directory where it lies below, else from the root.

    One file has one name, however it was given, so that names can be compared. A link is shown as it was named.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolving would show where a link leads
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def closest(word: str, candidates: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the candidate most like `word`, or None where none comes near; letter case does not count."""
    return None if len(word) > _LONGEST_SHOWN else _closest(word, tuple(candidates), cutoff)


def as_argument(path: Path | str) -> str:
    """Return a file as an argument in a command to be copied: in quotes where a shell needs them, and never an option.

    A text is the way to it, and stays as it is.
    """
    text = path if isinstance(path, str) else shown_path(path)
    return shlex.quote(f"./{text}" if text.startswith("-") else text)


# Large descriptions repeat one vendor's keyword thousands of times, and comparing is slow.
@lru_cache(maxsize=256)
def _closest(word: str, candidates: tuple[str, ...], cutoff: float) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - most descriptions have nothing misspelt

    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    matches = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[matches[0]] if matches else None


def did_you_mean(word: str, candidates: Iterable[str], rest: str = "") -> str:
    """Return `did you mean 'X'?` where a candidate is like `word`, and behind it the `rest` of what there is to say."""
    match = closest(word, candidates)
    return " ".join(filter(None, ("" if match is None else f"did you mean {quoted(match)}?", rest)))


def quoted(value: object) -> str:
    """Return a value as messages quote it: on one line, control characters escaped, cut after 80 characters."""
    if isinstance(value, dict | list):
        return type_name(value)
    if value is None or isinstance(value, bool):
        return str(value).lower() if value is not None else "null"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Return a number with what it counts: `1 file`, `3 entries`; without `nouns`, an s makes several."""
    return f"{number} {noun if number == 1 else nouns or f'{noun}s'}"


def and_more(things: Sized, most: int, line: str = "… and {} more", noun: str = "") -> list[str]:
    """Return the line that says how many things are not shown; none where all are.

    The line has `{}` for the number, which is followed by the noun if there is one.
    """
    rest = len(things) - most
    return [line.format(counted(rest, noun) if noun else rest)] if rest > 0 else []


def lines_of(paths: Sequence[str], most: int | None = None) -> str:
    """Return paths as the end of a message, each on a line of its own; no more than `most`, if that is given."""
    more = [] if most is None else and_more(paths, most)
    return "".join(f"\n  {line}" for line in (*(ascii(path)[1:-1] for path in paths[:most]), *more))


def type_name(value: object) -> str:
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

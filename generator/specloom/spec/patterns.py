"""Regular expressions of ECMA-262: whether a text is one, as far as Python can tell."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from specloom.findings import Location
from specloom.spec.node import Node

_LONGEST: Final = 1000
"""Nobody writes longer patterns by hand, and what looks at them here takes its time."""

_PYTHON_ONLY: Final = (
    (re.compile(r"\(\?P[<=>]"), "a named group is written (?<name>…)"),
    (re.compile(r"\(\?[aiLmsux]+\)"), "flags cannot stand in a pattern"),
    (re.compile(r"\(\?#"), "comments cannot stand in a pattern"),
    (re.compile(r"\(\?>"), "there are no atomic groups"),
    (re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})\+"), "there are no possessive quantifiers"),
)
"""What Python and its relatives read and ECMA-262 (22.2.1) does not, and what to say about it."""
_TEXT_ENDS: Final = re.compile(r"\\[AZ]")
_TOKEN: Final = re.compile(
    r"\\(?:[pP]\{[^{}]*\}|u\{[0-9A-Fa-f]+\}|c[A-Za-z]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.)|\(\?<(?![=!])|.", re.DOTALL
)
_KNOWN_ESCAPES: Final = frozenset("bBdDwWsSnrtfv")
"""The letters that have a meaning behind a backslash, alone; any other stands for itself (ECMA-262, B.1.2)."""
_CLASSES: Final = frozenset(f"\\{letter}" for letter in "dDwWsS")
_ALLOWED: Final = ("look-behind requires fixed-width", "invalid group reference", "cannot refer to an open group")
"""How Python's complaints begin about what ECMA-262 reads (22.2.1 and B.1.2)."""


@lru_cache(maxsize=1024)
def fault_of(pattern: str) -> str:
    """Return why `pattern` is no regular expression, in a few words; empty where it is one, or that cannot be told."""
    if len(pattern) > _LONGEST:
        return ""
    bare = _bare(pattern)
    if fault := next((fault for construct, fault in _PYTHON_ONLY if construct.search(bare)), ""):
        return fault
    stand_in = _stand_in(pattern.replace("[^]", r"[\s\S]"))
    try:
        _compile(stand_in)
    except re.error as error:
        return "" if error.msg.startswith(_ALLOWED) else error.msg
    except (OverflowError, RecursionError):
        return ""
    return ""


def means_otherwise(pattern: str) -> bool:
    """Tell whether a pattern has what other dialects write for the ends of a text, and ECMA-262 reads as letters."""
    return bool(_TEXT_ENDS.search(pattern.replace(r"\\", "")))


def _stand_in(pattern: str) -> str:
    """Return a pattern in which everything that ECMA-262 reads and Python does not has something in its place."""
    parts = [_in_python(token) for token in _TOKEN.findall(pattern)]
    for place, part in enumerate(parts):
        if part == "-" and not _CLASSES.isdisjoint((*parts[place - 1 : place], *parts[place + 1 : place + 2])):
            parts[place] = r"\-"  # no range begins or ends with a class
    return "".join(parts)


def _in_python(token: str) -> str:
    match token[:2]:
        case "(?":
            return "(?P<"
        case r"\p" | r"\P" if len(token) > 2:  # noqa: PLR2004 - more than the letter alone
            return r"\w"
        case r"\u" if token[2:3] == "{":
            return "u"
        case r"\c" if len(token) > 2:  # noqa: PLR2004 - as above
            return "c"
        case _:
            is_letter = len(token) == 2 and token[1].isalpha() and token[1] not in _KNOWN_ESCAPES  # noqa: PLR2004
            return token[1] if is_letter else token


def _bare(pattern: str) -> str:
    """Return a pattern with a letter for every escape and every character class."""
    return re.sub(r"\[[^\]]*\]", "x", re.sub(r"(?s)\\.", "x", pattern))


def _compile(pattern: str) -> re.Pattern[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a later Python will read in another way
        return re.compile(pattern)


def list_patterns(schema: Node) -> Iterator[tuple[str, Location]]:
    """Yield the patterns that a schema has for its value and for names, and where they are written."""
    yield schema.text("pattern"), schema.location.at("pattern")
    yield from ((key, child.location.key()) for key, child in schema.items("patternProperties"))

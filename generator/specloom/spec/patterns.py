"""Regular expressions of ECMA-262: whether a text is one, as far as Python can tell."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Final

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
_ESCAPE: Final = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_KNOWN_ESCAPES: Final = frozenset("bBdDwWsSnrtfv")
"""The letters that have a meaning behind a backslash, alone; any other stands for itself (ECMA-262, B.1.2)."""

_SPELT_OTHERWISE: Final = ((re.compile(r"\(\?<(?![=!])"), "(?P<"), (re.compile(r"\\k<(\w+)>"), r"(?P=\1)"))
_UNKNOWN: Final = (
    (re.compile(r"\\[pP]\{[^{}]*\}"), r"\\w"),
    (re.compile(r"\\u\{[0-9A-Fa-f]+\}"), "u"),
    (re.compile(r"\\c[A-Za-z]"), "c"),
    (re.compile(r"\[\^\]"), r"[\\s\\S]"),
    (re.compile(r"(\\[dDwWsS])-"), r"\1\\-"),
    (re.compile(r"-(\\[dDwWsS])"), r"\\-\1"),
)
"""What ECMA-262 reads and Python does not, and a stand-in that at least takes its place."""
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
    stand_in = _replace(_ESCAPE.sub(_escape, _replace(pattern, _UNKNOWN)), _SPELT_OTHERWISE)
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


def _escape(found: re.Match[str]) -> str:
    text = found[1]
    return text if len(text) == 1 and text.isalpha() and text not in _KNOWN_ESCAPES else found[0]


def _bare(pattern: str) -> str:
    """Return a pattern with a letter for every escape and every character class."""
    return re.sub(r"\[[^\]]*\]", "x", re.sub(r"(?s)\\.", "x", pattern))


def _replace(pattern: str, constructs: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for construct, stand_in in constructs:
        pattern = construct.sub(stand_in, pattern)
    return pattern


def _compile(pattern: str) -> re.Pattern[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a later Python will read in another way
        return re.compile(pattern)

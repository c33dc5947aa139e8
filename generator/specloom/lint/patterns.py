"""Regular expressions of ECMA-262, as far as Python's engine can tell: whether they are any, and how to try them."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Final

__all__ = ["fault_of", "matches", "may_match_keys"]

_LONGEST: Final = 1000
"""Nobody writes longer patterns by hand, and what looks at them here takes its time."""
_MOST_STEPS: Final = 10**7

_PYTHON_ONLY: Final = (
    (re.compile(r"\(\?P[<=>]"), "a named group is written (?<name>…)"),
    (re.compile(r"\(\?[aiLmsux]+\)"), "flags cannot stand in a pattern"),
    (re.compile(r"\(\?#"), "comments cannot stand in a pattern"),
    (re.compile(r"\(\?>"), "there are no atomic groups"),
    (re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})\+"), "there are no possessive quantifiers"),
)
"""What Python and its relatives read and ECMA-262 (22.2.1) does not, and what to say about it."""
_TEXT_ENDS: Final = re.compile(r"\\[AZ]")

_SPELT_OTHERWISE: Final = ((re.compile(r"\(\?<(?![=!])"), "(?P<"), (re.compile(r"\\k<(\w+)>"), r"(?P=\1)"))
_UNKNOWN: Final = (
    (re.compile(r"\\[pP]\{[^{}]*\}"), r"\\w"),
    (re.compile(r"\\u\{[0-9A-Fa-f]+\}"), "u"),
    (re.compile(r"\\c[A-Za-z]"), "c"),
    (re.compile(r"\[\^\]"), r"[\\s\\S]"),
)
"""What ECMA-262 reads and Python does not, and a stand-in that at least takes its place."""
_REPETITION: Final = re.compile(r"[*+]|\{\d+,\d*\}")
_REPEATED_GROUP: Final = re.compile(r"\)(?:[*+]|\{\d+,\d*\})")


def fault_of(pattern: str) -> str:
    """Return why `pattern` is no regular expression, in a few words; empty where it is one, or too long to tell."""
    if len(pattern) > _LONGEST:
        return ""
    if _TEXT_ENDS.search(pattern.replace(r"\\", "")):
        return "the ends of a text are written ^ and $"
    bare = _bare(pattern)
    if fault := next((fault for construct, fault in _PYTHON_ONLY if construct.search(bare)), ""):
        return fault
    stand_in = _replace(_replace(pattern, _UNKNOWN), _SPELT_OTHERWISE)
    try:
        _compile(stand_in)
    except re.error as error:
        # Python demands that what stands before (?<=…) has one length; ECMA-262 does not.
        return "" if "look-behind requires fixed-width" in error.msg else error.msg
    except (OverflowError, RecursionError):
        return "it is too large"
    return ""


def matches(pattern: str, text: str) -> bool:
    """Tell whether `text` matches `pattern` somewhere.

    True as well where that cannot be told: the pattern is none, Python cannot express it, or trying could take long,
    as descriptions may come from somebody who wants just that.
    """
    repetitions = _repetitions(pattern)
    python = _in_python(pattern)
    if python is None or repetitions is None:
        return True
    starts = 0 if pattern.startswith("^") else 1
    if (len(text) + 1) ** (repetitions + starts) > _MOST_STEPS:
        return True
    return python.search(text) is not None


def may_match_keys(pattern: str) -> bool:
    """Tell whether a pattern means the same in Python and is quick on any text, so that others may search with it."""
    python, repetitions = _in_python(pattern), _repetitions(pattern)
    return python is not None and python.pattern == pattern and repetitions in {0, 1} and pattern.startswith("^")


@lru_cache(maxsize=256)
def _in_python(pattern: str) -> re.Pattern[str] | None:
    """Return the pattern for Python's engine, if that can express it."""
    if len(pattern) > _LONGEST or fault_of(pattern) or any(construct.search(pattern) for construct, _ in _UNKNOWN):
        return None
    try:
        return _compile(_replace(pattern, _SPELT_OTHERWISE))
    except re.error:
        return None


def _repetitions(pattern: str) -> int | None:
    """Return how many parts of a pattern repeat; None where a group that may repeat itself does."""
    bare = _bare(pattern[:_LONGEST])
    return None if _REPEATED_GROUP.search(bare) else len(_REPETITION.findall(bare))


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

"""Regular expressions of ECMA-262: whether they are any, as far as Python can tell, and whether a text matches."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


_LONGEST: Final = 1000
"""Nobody writes longer patterns by hand, and what looks at them here takes its time."""
_MOST_STEPS: Final = 100_000
_LARGEST: Final = 1_000_000
"""Bytes that a pattern may take when it is compiled."""

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

    True as well where that cannot be told: the pattern is none, the engine cannot express it or gives up, as
    descriptions may come from somebody who wants it to take long.
    """
    validator = _validator(pattern)
    errors = validator.iter_errors(text) if validator is not None else ()
    return not any(type(error.kind).__name__ == "Pattern" for error in errors)


@lru_cache(maxsize=256)
def _validator(pattern: str) -> Draft202012Validator | None:
    """Return what tries a pattern; None where the engine, which knows ECMA-262, cannot read it."""
    from jsonschema_rs import Draft202012Validator, FancyRegexOptions  # noqa: PLC0415 - slow to import

    try:
        options = FancyRegexOptions(backtrack_limit=_MOST_STEPS, size_limit=_LARGEST, dfa_size_limit=_LARGEST)
        return Draft202012Validator({"pattern": pattern}, pattern_options=options)
    except ValueError:
        return None


@lru_cache(maxsize=256)
def is_linear(pattern: str) -> bool:
    """Tell whether the engine reads a pattern that is quick on any text, so that names can be searched with it."""
    from jsonschema_rs import Draft202012Validator, RegexOptions  # noqa: PLC0415 - slow to import

    try:
        Draft202012Validator({"pattern": pattern}, pattern_options=RegexOptions())
    except ValueError:
        return False
    return True


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

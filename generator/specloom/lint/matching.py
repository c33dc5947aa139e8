"""Whether texts match regular expressions, which may come from somebody who wants it to take long."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

_MOST_STEPS: Final = 100_000
_LARGEST: Final = 1_000_000
"""Bytes that a pattern may take when it is compiled."""


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

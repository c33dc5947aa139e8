"""How large a description may be. Real ones stay far below; what is built to exhaust a machine does not."""

from typing import Final

from specloom.regular_file import MAX_BYTES

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_DIGITS", "MAX_NODES", "MAX_PROBLEMS", "weigh_text"]

MAX_NODES: Final = 5_000_000
"""Values in one file, those behind a YAML alias counted as often as the alias is used."""

MAX_DEPTH: Final = 500
"""Objects and arrays inside each other. Python's own parsers and writers of JSON call themselves for each, and its
recursion limit of 1000 leaves room for them."""

MAX_DIGITS: Final = 1000
"""Digits of an integer. Python itself refuses to print integers of more than 4300."""

MAX_PROBLEMS: Final = 100
"""Problems told at once about one file; reading stops there."""


def weigh_text(text: str) -> int:
    """Return how many nodes a text counts for, so that aliases cannot multiply one long text without bound."""
    return 1 + len(text) // 100

"""What a reader of text has to say before there is a file to say it about, and how large a description may be.

`file` makes findings of it. Real descriptions stay far below the limits; what is built to exhaust a machine does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from specloom.findings import Pointer
from specloom.record import record

MAX_NODES: Final = 5_000_000
"""Values in one file, those behind a YAML alias counted as often as the alias is used."""

MAX_REPEATED: Final = 50_000
"""Values that aliases may add to a file besides one for each of its characters: they repeat, and may not multiply."""

MAX_DEPTH: Final = 500
"""Objects and arrays inside each other. Python's own parsers and writers of JSON call themselves for each, and its
recursion limit of 1000 leaves room for them."""

MAX_DIGITS: Final = 1000
"""Digits of an integer. Python itself refuses to print integers of more than 4300."""

MAX_PROBLEMS: Final = 100
"""Problems told at once about one file; reading stops there."""

SURROGATES: Final = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
"""A regular expression for the escapes of one character above U+FFFF in JSON."""

HALF_A_PAIR: Final = "half of a surrogate pair is not a character"
TOO_DEEP: Final = f"more than {MAX_DEPTH} levels of nesting"
TOO_MANY: Final = f"more than {MAX_NODES:,} values"
SPLIT: Final = "split the description"
"""What to do about one that is too large."""
OTHER_NUMBER: Final = "write another number, or a text"
"""What to do about a number that cannot be read."""
KEEP_ONE: Final = "keep one of the two"
"""What to do about something that is said twice, and may be said once."""


def written_twice(name: str) -> str:
    """Return the message that an object has two members of one name."""
    return f"'{name}' is written twice"


def too_long(number: str) -> str:
    """Return the message that a number has too many digits."""
    return f"a number of {len(number)} digits is too long"


def no_json_number(text: str) -> str:
    """Return the message that a number is none of JSON: not finite, or larger than a float."""
    return f"'{text}' is no number that JSON can say"


def weigh_text(text: str) -> int:
    """Return how many nodes a text counts for, so that aliases cannot multiply one long text without bound."""
    return 1 + len(text) // 100


@record
class Problem:
    """One reason why a text cannot be used. Offsets count characters from 0."""

    rule: str
    message: str
    offset: int = 0
    pointer: Pointer = ()
    related: int | None = None
    """The offset of another place that matters: the first of two equal names, an opening bracket."""
    help: str = ""


class ReadError(Exception):
    """A text cannot be used.

    There is one problem at least. `text` is as much as could be read, if the caller does not have it; `data` what it
    says where of each member that is written twice the last counts.
    """

    def __init__(
        self,
        problems: Iterable[Problem],
        text: str = "",
        data: Any = None,  # noqa: ANN401 - the edge: whatever the file says
    ) -> None:
        self.problems = tuple(problems)
        self.text = text
        self.data = data
        super().__init__("; ".join(problem.message for problem in self.problems))

    @property
    def only_repeats(self) -> bool:
        """Whether nothing is wrong but that members are written twice."""
        return all(problem.rule == "duplicate-key" for problem in self.problems)

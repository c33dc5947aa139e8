"""What a reader of text has to say before there is a file to say it about; `file` makes findings of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specloom.findings import Pointer

__all__ = ["Problem", "ReadError"]


@dataclass(frozen=True, slots=True)
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

    Args:
        problems: Why, at least one.
        text: As much of the text as could be read, if the caller does not have it.
    """

    def __init__(self, problems: Iterable[Problem], text: str = "") -> None:
        self.problems = tuple(problems)
        self.text = text
        super().__init__("; ".join(problem.message for problem in self.problems))

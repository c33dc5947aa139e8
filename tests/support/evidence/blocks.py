"""JSON blocks in the plain text of a rendered page, as they stand there: broken ones too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Block", "find_blocks"]

_START: Final = re.compile(r"[ \t]*[{\[]")
_TOKEN: Final = re.compile(r'"(?:\\.|[^"\\])*"|[{}\[\]]')
"""What matters for where a block ends: brackets, and strings that may contain some."""


@dataclass(frozen=True, slots=True)
class Block:
    """A JSON object or array of a page."""

    page: str
    """The page's name, which is that of its description: `sitoo`."""
    line: int
    """Where it begins, counted from 1."""
    text: str
    above: tuple[str, ...]
    """All lines of the page before it, from the top."""

    @property
    def place(self) -> str:
        """Where people find it: `sitoo:21`."""
        return f"{self.page}:{self.line}"


def find_blocks(page: str, text: str) -> Iterator[Block]:
    """Yield every block, from top to bottom.

    A block begins with the bracket that a line begins with, or directly behind another block; text may be glued to its
    end. Brackets that are never closed are no block.
    """
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        rest, first = "\n".join(lines[number:]), number
        while _START.match(rest) and (end := _end(rest)):
            yield Block(page, number + 1, rest[:end].strip(), tuple(lines[:first]))
            number += rest[:end].count("\n")
            rest = rest[end:]
        number += 1


def _end(text: str) -> int:
    """Return where the bracket that opens first is closed; 0 if it is not."""
    depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in "{[":
            depth += 1
        elif token[0] in "}]":
            depth -= 1
            if depth == 0:
                return token.end()
    return 0

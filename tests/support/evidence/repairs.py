"""Blocks that are no JSON on the vendor's page, and what is done about each: the list is the whole of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidence.blocks import Block
    from specloom.source import Json

__all__ = ["REPAIRS", "NotJsonError", "Repair", "read_block"]


class NotJsonError(ValueError):
    """A block is no JSON and no repair is listed for it, or a listed repair does nothing or is not enough."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Characters to leave out of a block, wherever they stand outside of strings."""

    what: str
    """In words, for the report."""
    why: str
    pattern: str
    """A regular expression for what is left out."""

    def apply(self, text: str) -> str:
        """Return the text without what the repair leaves out."""
        return re.sub(rf'("(?:\\.|[^"\\])*")|{self.pattern}', lambda found: found[1] or "", text)


_MARKS: Final = Repair(
    "list marks left out",
    "the page shows JSON as a tree that folds, whose marks became text",
    r"-\s(?=\s*[\[{\"])",
)
_COMMAS: Final = Repair("trailing comma left out", "the vendor's slip of the pen", r",(?=\s*[}\]])")

REPAIRS: Final[Mapping[tuple[str, int], Repair]] = {
    ("fixably", 1896): _COMMAS,
    ("fixably", 2405): _COMMAS,
    ("fixably", 3164): _COMMAS,
    ("fixje", 9): _MARKS,
    ("fixje", 15): _MARKS,
    ("fixje", 69): _MARKS,
    ("fixje", 110): _MARKS,
    ("fixje", 116): _MARKS,
    ("fixje", 159): _MARKS,
}
"""Page and line of the block → its repair."""


def read_block(block: Block, repairs: Mapping[tuple[str, int], Repair] = REPAIRS) -> tuple[Json, Repair | None]:
    """Return the value of a block, and the repair that it needed.

    Raises:
        NotJsonError: It has no value, or a repair is listed that it does not need.
    """
    repair = repairs.get((block.page, block.line))
    try:
        value: Json = json.loads(block.text)
    except ValueError as error:
        if repair is None:
            raise NotJsonError(f"no JSON: {error}; mend it in repairs.py if the page is wrong") from None
    else:
        if repair is not None:
            raise NotJsonError(f"is JSON as it stands: take its repair ({repair.what}) off the list")
        return value, None
    try:
        value = json.loads(repair.apply(block.text))
    except ValueError as error:
        raise NotJsonError(f"no JSON even when repaired ({repair.what}): {error}") from None
    return value, repair

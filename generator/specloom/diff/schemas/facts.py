"""Facts about schemas that have something in common, and how references are told."""

from __future__ import annotations

from typing import Final

from specloom.messages import quoted

RESPELT: Final = "values-respelled"
COMPOSED: Final = "composition-changed"
REFERRED: Final = "component-changed"
REFERRING: Final = frozenset({"reference-changed", "schema-became-named", "schema-became-inline"})
"""Facts that a place refers to something else than before, or to nothing."""
RETYPING: Final = frozenset({"type-changed", "type-narrowed", "type-widened"})
"""Facts by which what is inside of a value is another as well; their places are those of the keyword."""
NAMED: Final = frozenset({"schema-added", "schema-removed"})
"""Facts that a named schema came or went."""
UNION_MEMBERS: Final = frozenset({"union-member-added", "union-member-removed"})
"""Facts that a member of a choice came or went."""
WAYS_TO_SAY: Final = frozenset({RESPELT, COMPOSED, REFERRED})
"""Facts about how something is said, which matter only where something else follows from them."""


def words_of_reference(before: str | None, after: str | None) -> str:
    """Return the end of a sentence about what refers to something else than before, or to nothing."""
    if before is None:
        return f"now refers to {quoted(after)} where it said what it is itself"
    if after is None:
        return f"no longer refers to {quoted(before)} but says what it is itself"
    return f"referred to {quoted(before)} and refers to {quoted(after)}"

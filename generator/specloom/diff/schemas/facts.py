"""What comparing one pair of places gives: facts about it, and pairs of places inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from specloom.diff.schemas.equality import small
from specloom.diff.vocabulary import Change, Direction
from specloom.findings import Location
from specloom.record import record
from specloom.source import Json
from specloom.spec.document import ABSENT, Absent, Schema

if TYPE_CHECKING:
    from specloom.diff.schemas.api_path import ApiPath
    from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated

_T = TypeVar("_T")
Sides: TypeAlias = frozenset[Direction]

BOTH: Final[Sides] = frozenset({"request", "response"})
RESPELT: Final = "values-respelled"
COMPOSED: Final = "composition-changed"
REFERRED: Final = "component-changed"
RETYPING: Final = frozenset({"type-changed", "type-narrowed", "type-widened"})
"""Facts by which what is inside of a value is another as well; their places are those of the keyword."""
NAMED: Final = frozenset({"schema-added", "schema-removed"})
"""Facts that a named schema came or went."""
UNION_MEMBERS: Final = frozenset({"union-member-added", "union-member-removed"})
"""Facts that a member of a choice came or went."""
WAYS_TO_SAY: Final = frozenset({RESPELT, COMPOSED, REFERRED})
"""Facts about how something is said, which matter only where something else follows from them."""


@record
class Fact:
    """A change that does not know yet which operations it reaches."""

    change: Change
    sides: Sides = BOTH
    """In which directions the value concerned is sent at all."""


@record
class Step:
    """A value inside another, in both documents, or in one and any value in the other."""

    old: EffectiveSchema
    new: EffectiveSchema
    sides: Sides = BOTH
    chosen: bool = False
    """It is one of several choices: whether null is one, and annotations, are the business of what offers them."""
    beside: EffectivePair | None = None
    """What offers it, all of which applies as well."""


Found: TypeAlias = Iterator[Fact | Step]


@record
class EffectivePair:
    """A value in both documents, all that applies to it spread out."""

    old: EffectiveSchema
    new: EffectiveSchema
    beside: EffectivePair | None = None
    """What applies as well, and is compared for itself."""

    def first(self, keyword: str, pick: Callable[[Schema], _T | None]) -> tuple[Stated[_T] | None, Stated[_T] | None]:
        """Return what the first part of each says that says something."""
        return self.old.first(keyword, pick), self.new.first(keyword, pick)

    def every(self, keyword: str, pick: Callable[[Schema], _T | None]) -> tuple[list[Stated[_T]], list[Stated[_T]]]:
        """Return what every part of each says that says something."""
        return self.old.every(keyword, pick), self.new.every(keyword, pick)

    def fact(
        self,
        fact: str,
        words: tuple[str, str],
        old: Stated[object] | None,
        new: Stated[object] | None,
        *,
        before: Json | Absent = ABSENT,
        after: Json | Absent = ABSENT,
        within: tuple[str, ...] = (),
        sides: Sides = BOTH,
    ) -> Fact:
        """Return a change of something the schemas say.

        Args:
            fact: What happened.
            words: What stands before and after the name of the place in the message.
            old: Who said it, if anybody did.
            new: Who says it, if anybody does: the change is one of that schema, else of the old one.
            before: What it was.
            after: What it is.
            within: What the subject has behind the place, where several things can change at one.
            sides: In which directions it matters.
        """
        api_path = self._cause(old, new)
        before, after = (value if isinstance(value, Absent) else small(value) for value in (before, after))
        change = Change(
            fact=fact,
            subject=(*api_path.subject, *within),
            message=" ".join(filter(None, (words[0], api_path.name, words[1]))),
            before=before,
            after=after,
            old_location=_location(self.old, old, api_path),
            location=_location(self.new, new, api_path),
        )
        return Fact(change, sides)

    def _cause(self, old: Stated[object] | None, new: Stated[object] | None) -> ApiPath:
        """Return whose words changed: of two that speak, the one whose words come before those of the other."""
        api_paths = [said.api_path for said in (new, old) if said] or [self.new.api_path]
        order = [part.api_path for part in (*self.new.parts, *self.old.parts)]
        return min(api_paths, key=lambda api_path: order.index(api_path) if api_path in order else -1)


def _location(effective: EffectiveSchema, said: Stated[object] | None, api_path: ApiPath) -> Location:
    """Return where something is said, or where it would be said by the one whose words changed."""
    if said and (said.api_path == api_path or all(part.api_path != api_path for part in effective.parts)):
        return said.location
    return effective.nearest(api_path)

"""What is compared: the two documents, pairs of values in them, and which facts about these come of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import field
from typing import TypeAlias, TypeVar

from specloom.diff.schemas.api_path import ApiPath, path_of_schema
from specloom.diff.schemas.effective_schema import (
    EffectiveSchema,
    Stated,
    consists_of,
    effective_named,
    expand,
    refers_only,
)
from specloom.diff.schemas.equality import small
from specloom.diff.schemas.pairs import SchemaPairs
from specloom.diff.schemas.unchanged import Sameness
from specloom.diff.vocabulary import BOTH, Change, Sides
from specloom.findings import Location
from specloom.record import record
from specloom.source import Json
from specloom.spec.document import ABSENT, Absent, Document, Schema

_T = TypeVar("_T")


@record
class SchemaComparison:
    """Both documents, and which of their schemas are the same."""

    old: Document
    new: Document
    pairs: SchemaPairs
    sameness: Sameness
    differing: dict[tuple[str, str], tuple[Schema, Schema] | None] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What is found out meanwhile: named schemas of both → the first two that say something else among them and those
    that they refer to; None: there are none."""

    def spread(self, old: EffectiveSchema, new: EffectiveSchema) -> EffectivePair:
        """Return a value with all that applies to it; what both documents refer to there keeps its own place."""
        olds, news = consists_of(old), consists_of(new)
        self._link(olds, news)
        old_shared: dict[str, ApiPath] = {}
        new_shared: dict[str, ApiPath] = {}
        referred = set(news)
        for old_key in olds:
            new_key = self.pairs.counterpart(old_key)
            if new_key in referred:
                old_shared[old_key] = new_shared[new_key] = path_of_schema(self.pairs.new_label(new_key))
        return EffectivePair(expand(old, old_shared), expand(new, new_shared), self)

    def lone_reference(self, step: Step) -> tuple[str, str] | None:
        """Return what a place in a named schema refers to in both documents, where it says nothing else in either."""
        if not (step.old.api_path.is_named and step.new.api_path.is_named):
            return None
        old, new = refers_only(step.old), refers_only(step.new)
        if old is None or new is None or old[1] != new[1] or not self.pairs.link(old[0], new[0]):
            return None
        return old[0], new[0]

    def step_to(self, old: str, new: str, beside: EffectivePair | None = None) -> Step:
        """Return the step to a named schema, called by its new name in both documents.

        `beside` is what offers it, which makes a difference to it by its properties alone.
        """
        label = self.pairs.new_label(new)
        named = effective_named(old, label, self.old), effective_named(new, label, self.new)
        parts = (*beside.old.parts, *beside.new.parts) if beside else ()
        return Step(*named, beside=beside if any(part.schema.properties for part in parts) else None)

    def _link(self, olds: list[str], news: list[str]) -> None:
        """Take one named schema for the other if it is all that came to a place and the other all that went."""
        gone = [key for key in olds if self.pairs.counterpart(key) is None]
        come = [key for key in news if self.pairs.is_new(key)]
        if len(gone) == len(come) == 1:
            self.pairs.link(gone[0], come[0])


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

    @property
    def key(self) -> Hashable:
        """What tells it from others: the same schema may be offered beside other words."""
        around = (self.beside.old.key, self.beside.new.key) if self.beside else ()
        return self.old.key, self.new.key, self.chosen, around


Found: TypeAlias = Iterator[Change | Step]


@record
class EffectivePair:
    """A value in both documents, all that applies to it spread out."""

    old: EffectiveSchema
    new: EffectiveSchema
    comparison: SchemaComparison
    beside: EffectivePair | None = None
    """What applies as well, and is compared for itself."""

    def first(
        self, keyword: str, pick: Callable[[Schema], _T | None], instead: str = ""
    ) -> tuple[Stated[_T] | None, Stated[_T] | None]:
        """Return what the first part of each says that says something."""
        return self.old.first(keyword, pick, instead), self.new.first(keyword, pick, instead)

    def every(self, keyword: str, pick: Callable[[Schema], _T | None]) -> tuple[list[Stated[_T]], list[Stated[_T]]]:
        """Return what every part of each says that says something."""
        return self.old.every(keyword, pick), self.new.every(keyword, pick)

    def change(
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
    ) -> Change:
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
        subject, message = (*api_path.subject, *within), " ".join(filter(None, (words[0], api_path.name, words[1])))
        was, now = _location(self.old, old, api_path), _location(self.new, new, api_path)
        return Change(fact, subject, message, before, after, old_location=was, location=now, sides=sides)

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

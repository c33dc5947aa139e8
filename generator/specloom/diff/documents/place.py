"""What is being compared: the two descriptions, and the place in the API where the comparison is."""

from __future__ import annotations

from dataclasses import dataclass

from specloom.diff.schemas.compare import SchemaComparer
from specloom.diff.vocabulary import Change, Subject, Use
from specloom.findings import Location
from specloom.spec.document import ABSENT, Absent, Document, Extension, Json, Schema

__all__ = ["Comparison", "Place", "member_location"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two descriptions."""

    old: Document
    new: Document
    schemas: SchemaComparer


@dataclass(frozen=True, slots=True)
class Place:
    """Something that both descriptions have."""

    subject: Subject
    uses: tuple[Use, ...] = ()

    def below(self, *names: str) -> Place:
        """Return a place in this one."""
        return Place((*self.subject, *names), self.uses)

    def change(
        self,
        fact: str,
        message: str,
        *,
        before: Json | Absent = ABSENT,
        after: Json | Absent = ABSENT,
        old: Location | None = None,
        new: Location | None = None,
    ) -> Change:
        """Return a change of this."""
        return Change(fact, self.subject, message, before, after, self.uses, old, new)

    def compare_schemas(self, comparison: Comparison, old: Schema, new: Schema) -> None:
        """Have the comparer of schemas look at what stands here in both descriptions."""
        for use in self.uses:
            comparison.schemas.compare(old, new, self.subject, use)


def member_location(owner: Location, extension: Extension, name: str) -> Location:
    """Return where a member of `x-specloom` is written, or what has the `x-specloom` where the member is not."""
    return owner.at("x-specloom", name) if name in extension else owner

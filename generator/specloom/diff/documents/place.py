"""What is being compared: the two descriptions, and the place in the API."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from specloom.diff.schemas.compare import SchemaComparer
from specloom.diff.sunset import uses_sunsets
from specloom.diff.vocabulary import Change, Direction, Subject, Use
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json
from specloom.spec.document import ABSENT, Document, Schema


def said(value: str | None) -> str:
    """Return what messages say of a text that a description may have."""
    return "not said" if value is None else quoted(value)


@dataclass(frozen=True)
class Comparison:
    """Two descriptions."""

    old: Document
    new: Document
    schemas: SchemaComparer

    @cached_property
    def uses_sunsets(self) -> bool:
        """Whether either description says until when something is there."""
        return uses_sunsets(self.old) or uses_sunsets(self.new)

    def place(self, *subject: str, uses: Iterable[Use] = ()) -> Place:
        """Return something that operations use, each of which counts once."""
        return Place(self, subject, tuple(sorted({*uses})))

    def route(self, route: str, direction: Direction) -> Place:
        """Return an operation, a callback or a webhook, whose values go one way."""
        return Place(self, (route,), (Use(route, direction),))


@record
class Place:
    """Something that both descriptions have, or one of them."""

    comparison: Comparison
    subject: Subject
    uses: tuple[Use, ...] = ()

    def below(self, *names: str) -> Place:
        """Return a place in this one."""
        return replace(self, subject=(*self.subject, *names))

    def change(
        self,
        fact: str,
        message: str,
        *,
        before: Json = None,
        after: Json = None,
        old: Location | None = None,
        new: Location | None = None,
        referred: Location | None = None,
        allowance: str = "",
    ) -> Change:
        """Return a change of this. None is nothing that was, or is: no value that is compared here is null."""
        was, now = (ABSENT if value is None else value for value in (before, after))
        return Change(fact, self.subject, message, was, now, self.uses, old, new, referred, allowance)

    def member_change(
        self, fact: str, message: str, values: tuple[Json, Json], owners: tuple[Location, Location], *members: str
    ) -> Change:
        """Return that something says another value by a member, at the first that is written, or at what has none."""
        (before, after), (old, new) = values, (owner.written(*members) for owner in owners)
        return self.change(fact, message, before=before, after=after, old=old, new=new)

    def value_change(
        self,
        fact: str,
        title: str,
        values: tuple[Json, Json],
        owners: tuple[Location, Location],
        *members: str,
        verb: str = "",
        say: Callable[[Any], str] = said,
    ) -> Change:
        """Return that something was one value and is another: `the method was sent by GET and is sent by POST`.

        Args:
            fact: What happened.
            title: What people call it.
            values: What it was, and what it is.
            owners: What says so.
            members: By which it does, as `member_change` has them.
            verb: What it is to the value, as in `sent by`.
            say: Returns what messages say of a value.
        """
        was, now = (" ".join(filter(None, (verb, say(value)))) for value in values)
        return self.member_change(fact, f"{title} was {was} and is {now}", values, owners, *members)

    def name_change(self, fact: str, title: str, names: tuple[str, str], places: tuple[Location, Location]) -> Change:
        """Return that something has another name: `the scheme 'a' is called 'b'`; the title has the old one."""
        return self.member_change(fact, f"{title} is called {quoted(names[1])}", names, places)

    def compare_schemas(self, old: Schema, new: Schema) -> None:
        """Have the comparer of schemas look at what stands here in both descriptions."""
        for use in self.uses:
            self.comparison.schemas.compare(old, new, self.subject, use)

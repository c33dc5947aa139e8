"""What is being compared: the two descriptions, the place in the API, and which things of both are the same thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from specloom.diff.schemas.compare import SchemaComparer
from specloom.diff.sunset import uses_sunsets
from specloom.diff.vocabulary import Change, Direction, Subject, Use
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record
from specloom.source import Json
from specloom.spec.document import ABSENT, Document, Extension, Schema


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


def said(value: str | None) -> str:
    """Return what messages say of a text that a description may have."""
    return "not said" if value is None else quoted(value)


@record
class Place:
    """Something that both descriptions have."""

    subject: Subject
    uses: tuple[Use, ...] = ()

    @classmethod
    def of_route(cls, route: str, direction: Direction) -> Place:
        """Return an operation, a callback or a webhook, whose values go one way."""
        return cls((route,), (Use(route, direction),))

    def below(self, *names: str) -> Place:
        """Return a place in this one."""
        return Place((*self.subject, *names), self.uses)

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

    def value_change(
        self,
        fact: str,
        title: str,
        values: tuple[Json, Json],
        places: tuple[Location, Location],
        *,
        verb: str = "",
        say: Callable[[Any], str] = said,
    ) -> Change:
        """Return that something was one value and is another: `the method was sent by GET and is sent by POST`.

        Args:
            fact: What happened.
            title: What people call it.
            values: What it was, and what it is.
            places: Where that is written.
            verb: What it is to the value, as in `sent by`.
            say: Returns what messages say of a value.
        """
        (before, after), (old, new) = values, places
        was, now = (" ".join(filter(None, (verb, say(value)))) for value in values)
        return self.change(fact, f"{title} was {was} and is {now}", before=before, after=after, old=old, new=new)

    def name_change(self, fact: str, title: str, names: tuple[str, str], places: tuple[Location, Location]) -> Change:
        """Return that something has another name: `the scheme 'a' is called 'b'`; the title has the old one."""
        message = f"{title} is called {quoted(names[1])}"
        return self.change(fact, message, before=names[0], after=names[1], old=places[0], new=places[1])

    def compare_schemas(self, comparison: Comparison, old: Schema, new: Schema) -> None:
        """Have the comparer of schemas look at what stands here in both descriptions."""
        for use in self.uses:
            comparison.schemas.compare(old, new, self.subject, use)


def member_location(owner: Location, extension: Extension, name: str) -> Location:
    """Return where a member of `x-specloom` is written, or what has the `x-specloom` where the member is not."""
    return owner.at("x-specloom", name) if name in extension else owner

"""What is being compared: the two descriptions, the place in the API, and which things of both are the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from specloom.diff.schemas.compare import SchemaComparer
from specloom.diff.sunset import uses_sunsets
from specloom.diff.vocabulary import Change, Direction, Subject, Use
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record
from specloom.source import Json
from specloom.spec.document import ABSENT, Document, Extension, Schema

Thing = TypeVar("Thing")


@record
class Pairs(Generic[Thing]):
    """Things in both, in the new order, and what is left on either side."""

    both: tuple[tuple[Thing, Thing], ...]
    removed: tuple[Thing, ...]
    added: tuple[Thing, ...]

    def then(self, key: Callable[[Thing], Hashable | None]) -> Pairs[Thing]:
        """Return these pairs and more: what is in one of the two only is paired by another key."""
        more = pair(self.removed, self.added, key)
        return Pairs((*self.both, *more.both), more.removed, more.added)


def pair(old: Iterable[Thing], new: Iterable[Thing], key: Callable[[Thing], Hashable | None]) -> Pairs[Thing]:
    """Pair what has the same key; of several with one key the first with the first. None is nobody's key."""
    waiting: defaultdict[Hashable, list[Thing]] = defaultdict(list)
    everything = list(old)
    for thing in everything:
        waiting[key(thing)].append(thing)
    both: list[tuple[Thing, Thing]] = []
    added: list[Thing] = []
    for thing in new:
        if (found := key(thing)) is not None and waiting[found]:
            both.append((waiting[found].pop(0), thing))
        else:
            added.append(thing)
    left = {id(thing) for things in waiting.values() for thing in things}
    return Pairs(tuple(both), tuple(thing for thing in everything if id(thing) in left), tuple(added))


@record
class Partial(Pairs[Thing]):
    """Pairs of what both versions of a client have, and apart from these those of what one was made without.

    What a client is made without is in the description all the same; what neither client has is no matter here.
    """

    left_out: tuple[tuple[Thing, Thing], ...]
    """What the new client is made without."""
    included: tuple[tuple[Thing, Thing], ...]
    """What the old client was made without."""

    @classmethod
    def of(cls, pairs: Pairs[Thing], before: Callable[[Thing], bool], after: Callable[[Thing], bool]) -> Partial[Thing]:
        """Return pairs of all that both descriptions have as those of clients.

        Args:
            pairs: What is paired.
            before: Whether the old client has something.
            after: Whether the new client has something.
        """
        return cls(
            both=tuple((old, new) for old, new in pairs.both if before(old) and after(new)),
            removed=tuple(filter(before, pairs.removed)),
            added=tuple(filter(after, pairs.added)),
            left_out=tuple((old, new) for old, new in pairs.both if before(old) and not after(new)),
            included=tuple((old, new) for old, new in pairs.both if after(new) and not before(old)),
        )


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

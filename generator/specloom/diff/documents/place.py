"""What is being compared: the two descriptions, a place in the API, and what all kinds of things there can say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol, TypeAlias

from specloom.diff.schemas.compare import SchemaComparer
from specloom.diff.schemas.facts import REFERRED, words_of_reference
from specloom.diff.sunset import SUNSET, Ageing, judge_stability, judge_sunset, uses_sunsets
from specloom.diff.vocabulary import Change, Direction, Subject, Use
from specloom.findings import Location, place_of
from specloom.ir.losses import place_from
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json, value_at
from specloom.spec.document import ABSENT, Document, Operation, Parameter, RequestBody, Schema

Facts: TypeAlias = tuple[str, str]
"""That something holds now, and that it no longer does."""


class _Located(Protocol):
    """Something that is described somewhere."""

    @property
    def location(self) -> Location:
        """Where."""


class _Demanded(_Located, Protocol):
    @property
    def required(self) -> bool: ...


class _Ageing(_Located, Protocol):
    @property
    def deprecated(self) -> bool: ...


class _Dated(_Located, Ageing, Protocol): ...


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
        return Place(self, subject, self.old.location, self.new.location, tuple(sorted({*uses})))

    def route(self, route: str, direction: Direction) -> Place:
        """Return an operation, a callback or a webhook, whose values go one way."""
        return Place(self, (route,), self.old.location, self.new.location, (Use(route, direction),))


@record
class Place:
    """Something that both descriptions have, or one of them."""

    comparison: Comparison
    subject: Subject
    old: Location
    """Where the old description says what it is; what is around it where it does not."""
    new: Location
    uses: tuple[Use, ...] = ()

    def below(self, *names: str) -> Place:
        """Return a place in this one, which is described where this is."""
        return replace(self, subject=(*self.subject, *names))

    def at(self, old: Location, new: Location) -> Place:
        """Return this place as one that is described elsewhere."""
        return replace(self, old=old, new=new)

    def of(self, old: _Located, new: _Located) -> Place:
        """Return this place as that of two things."""
        return replace(self, old=old.location, new=new.location)

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
        beside: Iterable[Subject] = (),
    ) -> Change:
        """Return a change of this. None is nothing that was, or is: no value that is compared here is null.

        `beside` has what the change is about as well.
        """
        was, now = (ABSENT if value is None else value for value in (before, after))
        subjects = (self.subject, *beside)
        return Change(fact, self.subject, message, was, now, self.uses, old, new, referred, allowance, subjects)

    def changed(
        self, fact: str, message: str, values: tuple[Json, Json], *members: str, beside: Iterable[Subject] = ()
    ) -> Change:
        """Return that this says another value by a member, at the first that is written, or at what has none."""
        (before, after), old, new = values, self.old.written(*members), self.new.written(*members)
        return self.change(fact, message, before=before, after=after, old=old, new=new, beside=beside)

    def compare(self, fact: str, message: str, values: tuple[Json, Json], *members: str) -> Iterator[Change]:
        """Yield that this says another value by a member, if it does."""
        if values[0] != values[1]:
            yield self.changed(fact, message, values, *members)

    def compare_value(
        self,
        fact: str,
        title: str,
        values: tuple[Json, Json],
        *members: str,
        verb: str = "",
        say: Callable[[Any], str] = said,
    ) -> Iterator[Change]:
        """Yield that something was one value and is another: `the method was sent by GET and is sent by POST`.

        Args:
            fact: What happened.
            title: What people call it.
            values: What it was, and what it is.
            members: By which something says so, as `changed` has them.
            verb: What it is to the value, as in `sent by`.
            say: Returns what messages say of a value.
        """
        if values[0] != values[1]:
            was, now = (" ".join(filter(None, (verb, say(value)))) for value in values)
            yield self.changed(fact, f"{title} was {was} and is {now}", values, *members)

    def compare_name(
        self, fact: str, title: str, names: tuple[str, str], beside: Iterable[Subject] = ()
    ) -> Iterator[Change]:
        """Yield that something has another name: `the scheme 'a' is called 'b'`; the title has the old one."""
        if names[0] != names[1]:
            yield self.changed(fact, f"{title} is called {quoted(names[1])}", names, beside=beside)

    def compare_requiredness(self, facts: Facts, title: str, old: _Demanded, new: _Demanded) -> Iterator[Change]:
        """Yield that a thing became required or optional."""
        if old.required != new.required:
            message = f"{title} is {'required' if new.required else 'optional'} now"
            values = old.required, new.required
            yield self.of(old, new).changed(facts[not new.required], message, values, "required")

    def compare_deprecation(self, facts: Facts, title: str, old: _Ageing, new: _Ageing) -> Iterator[Change]:
        """Yield that a thing was deprecated, or is no longer."""
        if old.deprecated != new.deprecated:
            message = f"{title} is {'deprecated now' if new.deprecated else 'no longer deprecated'}"
            values = old.deprecated, new.deprecated
            yield self.of(old, new).changed(facts[old.deprecated], message, values, "deprecated")

    def compare_sunset(self, title: str, old: _Dated, new: _Dated) -> Iterator[Change]:
        """Yield what happened to the last day of a deprecated thing."""
        if judged := judge_sunset(old, new, expected=self.comparison.uses_sunsets):
            here, values = self.below(SUNSET).of(old, new), (old.sunset or None, new.sunset or None)
            yield here.changed(judged[0], f"{title} {judged[1]}", values, SUNSET)

    def compare_stability(self, title: str, old: Operation, new: Operation) -> Iterator[Change]:
        """Yield what happened to how stable an operation is said to be, as `compare_sunset` does."""
        if judged := judge_stability(old, new):
            member, values = "x-stability-level", (old.stability or None, new.stability or None)
            yield self.below(member).of(old, new).changed(judged[0], f"{title} {judged[1]}", values, member)

    def compare_references(
        self, title: str, old: tuple[Location, Location], new: tuple[Location, Location]
    ) -> Iterator[Change]:
        """Yield that a reference to this leads elsewhere, or that there is one now, or none any more.

        So it is one cause of all that is different between the two. Where what it led to is gone, and what it leads to
        is new, that has moved or is called otherwise.

        Args:
            title: What people call it.
            old: Where it is described in the old description, and where it stands in what has it.
            new: The same in the new one.
        """
        (old_home, old_own), (new_home, new_own) = old, new
        before = old_home.pointer[-1:] if reference_to(*old) else ()
        after = new_home.pointer[-1:] if reference_to(*new) else ()
        entries = self.comparison.old.location, self.comparison.new.location
        are_in_entries = old_home.document is entries[0].document and new_home.document is entries[1].document
        if not (before or after) or (are_in_entries and old_home.pointer == new_home.pointer):
            return  # as nearly always, so that nothing is looked up for it
        was, now = place_from(entries[0], old_home), place_from(entries[1], new_home)
        is_left = bool(before) and _is_in(was, old_home, entries[1], new_home)
        was_there = bool(after) and _is_in(now, new_home, entries[0], old_home)
        if was != now and (is_left or was_there):
            values = next(iter(before), None), next(iter(after), None)
            places = old_own.at("$ref") if before else old_own.key(), new_own.at("$ref") if after else new_own.key()
            yield self.at(*places).changed(REFERRED, f"{title} {words_of_reference(*values)}", values)

    def compare_schemas(self, old: Schema, new: Schema) -> None:
        """Have the comparer of schemas look at what stands here in both descriptions."""
        for use in self.uses:
            self.comparison.schemas.compare(old, new, self.subject, use)


def reference_to(home: Location, own: Location) -> Location | None:
    """Return where something is referred to, by its key; None where it is described where it is.

    Args:
        home: Where it is described.
        own: Where it stands in what has it.
    """
    return None if place_of(home) == place_of(own) else own.key()


def places_of(operation: Operation, described: Parameter | RequestBody) -> tuple[Location, Location]:
    """Return where a parameter or a body is described, and where an operation has it."""
    key = (described.place, described.name) if isinstance(described, Parameter) else ("body", "")
    return described.location, operation.references.get(key, described.location)


def _is_in(where: str, home: Location, entry: Location, other: Location) -> bool:
    """Tell whether another version has something in a place, as far as one of the files tells that are at hand."""
    places = (Location(each.document, home.pointer) for each in (entry, other))
    return any(place_from(entry, place) == where for place in filter(value_at, places))

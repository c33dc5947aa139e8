"""The named types of one direction: which there are, what they are called, and which of them hold themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from specloom.findings import Finding, Location, Severity
from specloom.ir.budget import Nesting
from specloom.ir.type_names import TypeNames
from specloom.ir.types import AliasType, Field, Named, NamedType, ObjectType, Type, constants_class, members_of
from specloom.record import replace
from specloom.spec.document import Schema


class NamedTypes:
    """Remembers types with names; findings are appended to the report."""

    def __init__(self, names: TypeNames, report: list[Finding]) -> None:
        self._names = names
        self.all: dict[str, NamedType] = {}
        """Every named type so far, in the order in which they were met."""
        self._report = report
        self.nesting = Nesting()
        self._inline: dict[tuple[str, Location], Named] = {}
        self._open: dict[Location, list[tuple[Schema, Named]]] = defaultdict(list)
        self._circular: dict[Location, list[tuple[Schema, Named]]] = defaultdict(list)

    def put(self, alias: AliasType) -> None:
        """Remember an alias; report one that is a choice of itself."""
        if Named(alias.name) in members_of(alias.type, self.all):
            message = "schema contains itself: it is a choice that offers the schema again"
            advice = "take it out of that choice"
            self._report.append(Finding("circular-reference", Severity.ERROR, message, alias.location, help=advice))
        self.all[alias.name] = alias
        self.nesting.note(alias)

    def alias(self, stem: str, description: str, type_: Type, location: Location) -> Named:
        """Give a type a name and a module of its own; the same name means the same type."""
        name = self._names.alias(stem)
        if name not in self.all:
            self._names.take(name, stem, location)
            self.put(AliasType(name, name, description, type_, location))
        return Named(name)

    def inline_alias(self, schema: Schema, suggested: str, owner: str | None, description: str, type_: Type) -> Named:
        """Give a name to the type of a schema that has none of its own.

        The type belongs to the owner; None: to itself.
        """
        name = self._names.take(self._names.inline(schema, suggested), suggested, schema.location)
        self.put(AliasType(name, owner or name, description, type_, schema.location))
        return Named(name)

    def take_constants(self, schema: Schema, name: str, location: Location) -> dict[str, str | int]:
        """Return the names that `x-specloom` gives to the values of an enumeration."""
        said = schema.extension.get("names")
        if not isinstance(said, dict):
            return {}
        constants = {each: value for each, value in said.items() if isinstance(value, str | int)}
        place = location.at("x-specloom", "names")
        for each, value in constants.items():
            if value not in (schema.listed or ()) or isinstance(value, bool):
                message, advice = f"{value!r} is none of the values that are listed", "name one of those in 'enum'"
                self._report.append(Finding("wrong-names", Severity.ERROR, message, place.at(each), help=advice))
        self._names.take(constants_class(name), name, place)
        return constants

    def begin_object(self, name: str, owner: str, description: str, location: Location) -> None:
        """Take an object's place before its fields are built, so that types stand in the order of the description."""
        self.all[name] = ObjectType(name, owner, description, (), None, None, location)

    def finish_object(self, name: str, fields: tuple[Field, ...], extra: Type | None, unsent: tuple[str, ...]) -> None:
        """Say what an object holds."""
        type_ = self.all[name]
        if not isinstance(type_, ObjectType):
            raise TypeError(name)
        self.all[name] = replace(type_, fields=fields, extra=extra, unsent=unsent)

    def find_object(self, schema: Schema, name: str) -> Named | None:
        """Return the type of an object without a name of its own, if it is known, or being built, already.

        One that holds itself, by extending what it stands in, would get a longer name with each turn: it has the first
        one only, wherever it is met.
        """
        location = schema.location
        known = _find(self._circular[location], schema)
        if known is None:
            known = _find(self._open[location], schema)
            if known is not None:
                self._circular[location].append((schema, known))
        return known or self._inline.get((name, location))

    @contextmanager
    def open_object(self, schema: Schema, name: str, suggested: str) -> Iterator[Named]:
        """Give the type of an object without a name of its own, which is built inside of the `with` statement."""
        self._names.take(name, suggested, schema.location)
        known = self._inline[name, schema.location] = Named(name)
        self._open[schema.location].append((schema, known))
        yield known
        self._open[schema.location].pop()


def _find(types: list[tuple[Schema, Named]], schema: Schema) -> Named | None:
    return next((named for known, named in types if known == schema), None)

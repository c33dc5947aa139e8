"""Sites: the places of values, each with everything that applies to the value at once, and whose words it is.

A refactoring that moves words between a schema, what it refers to and the branches of its `allOf` changes nothing about
the value, so places are compared as wholes. A change still belongs to the schema in which it was made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from specloom.diff.schemas.equality import says_anything
from specloom.diff.schemas.spots import Spot, spot_of_schema
from specloom.graph import reach
from specloom.spec.parts import other_than_null, parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from specloom.findings import Location
    from specloom.spec.document import Document, Schema

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Said(Generic[_T_co]):
    """Something a schema says, with the schema's place."""

    value: _T_co
    spot: Spot
    location: Location
    """Of the keyword that says it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the schemas that apply at a place."""

    schema: Schema
    spot: Spot
    """Where a change of its words belongs: the place, or a named schema that both documents refer to there."""
    beside_null: bool = False
    """It is the other choice beside null, so that it cannot forbid null."""

    def say(self, value: _T, *keyword: str | int) -> Said[_T]:
        """Return a value that the schema gives for a keyword."""
        return Said(value, self.spot, self.schema.location.at(*keyword))


@dataclass(frozen=True, slots=True)
class Site:
    """A value of the API in one of the documents."""

    spot: Spot
    location: Location
    """The schema, or what it would stand in if there were one."""
    parts: tuple[Part, ...] = ()
    """What applies; the first that says something wins where only one can. Empty: any value is allowed."""

    @property
    def key(self) -> tuple[str | int, ...]:
        """What tells the place from others: the identity of its schemas, and where in an operation they were met.

        The whole subject would tell too much: that of a recursive schema that is compared at its place has no end.
        """
        return ("" if self.spot.is_named else self.spot.root, *(id(part.schema) for part in self.parts))

    def first(self, keyword: str, pick: Callable[[Schema], _T | None]) -> Said[_T] | None:
        """Return what the first part that says something says, or None where none does."""
        return next(iter(self.every(keyword, pick)), None)

    def every(self, keyword: str, pick: Callable[[Schema], _T | None]) -> list[Said[_T]]:
        """Return what every part says that says something."""
        found = ((part, pick(part.schema)) for part in self.parts)
        return [part.say(value, keyword) for part, value in found if value is not None]

    def nearest(self, spot: Spot) -> Location:
        """Return where something would be written that belongs to `spot`."""
        return next((part.schema.location for part in self.parts if part.spot == spot), self.location)


def named_site(key: str, label: str, document: Document) -> Site:
    """Return the place of a named schema, which is called `label`."""
    schema, spot = document.schemas[key].schema, spot_of_schema(label)
    return Site(spot, schema.location, (Part(schema, spot),))


def refers_to(site: Site) -> str | None:
    """Return the key of the named schema that a place is, or None where it says more than a reference, or less.

    A lone reference in `allOf`, and a choice between a reference and null, are references.
    """
    return _refers_to(site.parts[0].schema) if len(site.parts) == 1 else None


def expand(site: Site, document: Document, shared: Mapping[str, Spot]) -> Site:
    """Return the place with what its schemas refer to and consist of beside them.

    Args:
        site: Schemas as they are written.
        document: Where their references lead.
        shared: The named schemas to which both documents refer there, by their keys: their words stay theirs.
    """
    step = partial(_applied, document=document, shared=shared)
    return replace(site, parts=tuple(reach(site.parts, step, lambda part: (id(part.schema), part.beside_null))))


def consists_of(site: Site, document: Document) -> list[str]:
    """Return the keys of the named schemas that a place refers to as a whole, directly or through each other."""
    spread = expand(site, document, {})
    return list(dict.fromkeys(part.schema.ref for part in spread.parts if part.schema.ref is not None))


def _applied(part: Part, document: Document, shared: Mapping[str, Spot]) -> Iterator[Part]:
    """Yield what a part is put together from; what refines comes first, as its words win."""
    for inner in reversed([*parts_of(part.schema, document, lone_choices=True)]):
        spot = part.spot if inner.key is None else shared.get(inner.key, part.spot)
        yield Part(inner.schema, spot, part.beside_null or inner.beside_null)


def _refers_to(schema: Schema) -> str | None:
    while True:
        choices = [other_than_null(choices) for choices in (schema.any_of, schema.one_of) if choices]
        if says_anything(schema) or any(len(lone) != 1 for lone in choices):
            return None
        inner = [*schema.all_of, *(lone[0] for lone in choices)]
        if schema.ref is not None:
            return None if inner else schema.ref
        if len(inner) != 1:
            return None
        schema = inner[0]

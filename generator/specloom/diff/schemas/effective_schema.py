"""Effective schemas: a value with everything that applies to it at once, and whose words it is.

A refactoring that moves words between a schema, what it refers to and the branches of its `allOf` changes nothing about
the value, so values are compared as wholes. A change still belongs to the schema in which it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import partial
from typing import Final, Generic, TypeVar

from specloom.diff.schemas.api_path import ApiPath, path_of_schema
from specloom.diff.schemas.equality import says_anything
from specloom.findings import Location
from specloom.graph import reach
from specloom.record import record, replace
from specloom.spec.document import UNSAID, Document, Schema
from specloom.spec.parts import other_than_null, parts_of, stands_alone

_BESIDE_REFERENCE: Final = tuple(
    name for name in UNSAID if name not in {"ref", "all_of", "title", "description", "examples"}
)
_NONE: Final[Mapping[str, ApiPath]] = {}
_T = TypeVar("_T")
_U = TypeVar("_U")
_T_co = TypeVar("_T_co", covariant=True)


@record
class Stated(Generic[_T_co]):
    """Something a schema says, with the schema's place."""

    value: _T_co
    api_path: ApiPath
    location: Location
    """Of the keyword that says it."""


def value_of(said: Stated[_T] | None, otherwise: _U) -> _T | _U:
    """Return what is said, or something else where nothing is."""
    return said.value if said else otherwise


@record
class Subschema:
    """One of the schemas that apply at a place."""

    schema: Schema
    api_path: ApiPath
    """Where a change of its words belongs: the place, or a named schema that both documents refer to there."""
    beside_null: bool = False
    """It is the other choice beside null, so that it cannot forbid null."""

    def say(self, value: _T, *keyword: str | int) -> Stated[_T]:
        """Return a value that the schema gives for a keyword."""
        return Stated(value, self.api_path, self.schema.location.at(*keyword))

    def beside_choices(self) -> Subschema:
        """Return the schema without its choices."""
        return replace(self, schema=replace(self.schema, any_of=(), one_of=(), discriminator=None))


@record
class EffectiveSchema:
    """A value of the API in one of the documents."""

    api_path: ApiPath
    location: Location
    """The schema, or what it would stand in if there were one."""
    document: Document = field(repr=False)
    """That has it, and all that it refers to."""
    parts: tuple[Subschema, ...] = ()
    """What applies; the first that says something wins where only one can. Empty: any value is allowed."""

    @classmethod
    def of(cls, schema: Schema, api_path: ApiPath, document: Document) -> EffectiveSchema:
        """Return a place where one schema applies, as it is written."""
        return cls(api_path, schema.location, document, (Subschema(schema, api_path),))

    @property
    def lone(self) -> Schema | None:
        """The only schema that applies; None where there are several, or none."""
        return self.parts[0].schema if len(self.parts) == 1 else None

    @property
    def key(self) -> tuple[str | int, ...]:
        """What tells the place from others: the identity of its schemas, and where in an operation they were met.

        The whole subject would tell too much: that of a recursive schema that is compared at its place has no end.
        """
        return ("" if self.api_path.is_named else self.api_path.root, *(id(part.schema) for part in self.parts))

    def first(self, keyword: str, pick: Callable[[Schema], _T | None], instead: str = "") -> Stated[_T] | None:
        """Return what the first part that says something says, or None where none does.

        `instead` is another keyword by which it may be written.
        """
        for part in self.parts:
            if (value := pick(part.schema)) is not None:
                where = part.schema.location
                location = where.written(keyword, instead) if instead else where.at(keyword)
                return Stated(value, part.api_path, location)
        return None

    def every(self, keyword: str, pick: Callable[[Schema], _T | None]) -> list[Stated[_T]]:
        """Return what every part says that says something."""
        return [part.say(value, keyword) for part in self.parts if (value := pick(part.schema)) is not None]

    def nearest(self, api_path: ApiPath) -> Location:
        """Return where something would be written that belongs to `api_path`."""
        return next((part.schema.location for part in self.parts if part.api_path == api_path), self.location)


def effective_named(key: str, label: str, document: Document) -> EffectiveSchema:
    """Return the place of a named schema, which is called `label`."""
    return EffectiveSchema.of(document.schemas[key].schema, path_of_schema(label), document)


def refers_to(effective: EffectiveSchema) -> str | None:
    """Return the key of the named schema that a place is, or None where it says more than a reference, or less.

    A lone reference in `allOf`, and a choice between a reference and null, are references.
    """
    return _refers_to(effective.lone) if effective.lone else None


def refers_only(effective: EffectiveSchema) -> tuple[str, bool] | None:
    """Return the key of the named schema that a place is, and whether it says so by `allOf`.

    None where it says anything else but what readers are told, of which nothing is compared with what stands elsewhere.
    """
    schema = effective.lone
    if schema is None or schema.sunset or schema.says(_BESIDE_REFERENCE) or len(schema.all_of) > 1:
        return None
    inner = schema.all_of[0] if schema.all_of else schema
    if inner.ref is None or (inner is not schema and (schema.ref or inner != Schema(inner.location, ref=inner.ref))):
        return None
    return inner.ref, inner is not schema


def expand(effective: EffectiveSchema, shared: Mapping[str, ApiPath] = _NONE) -> EffectiveSchema:
    """Return the place with what its schemas refer to and consist of beside them.

    `shared` are the named schemas to which both documents refer there, by their keys: their words stay theirs.
    """
    if len(effective.parts) == 1 and stands_alone(effective.parts[0].schema):
        return effective
    step = partial(_applied, document=effective.document, shared=shared)
    return replace(
        effective, parts=tuple(reach(effective.parts, step, lambda part: (id(part.schema), part.beside_null)))
    )


def consists_of(effective: EffectiveSchema) -> list[str]:
    """Return the keys of the named schemas that a place refers to as a whole, directly or through each other."""
    return [*dict.fromkeys(part.schema.ref for part in expand(effective).parts if part.schema.ref is not None)]


def _applied(part: Subschema, document: Document, shared: Mapping[str, ApiPath]) -> Iterator[Subschema]:
    """Yield what a part is put together from; what refines comes first, as its words win."""
    for inner in reversed([*parts_of(part.schema, document, lone_choices=True)]):
        api_path = part.api_path if inner.key is None else shared.get(inner.key, part.api_path)
        yield Subschema(inner.schema, api_path, part.beside_null or inner.beside_null)


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

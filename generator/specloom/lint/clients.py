"""Rules about the quality of the client that a description becomes: types that say little."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from specloom.findings import Severity
from specloom.ir.types import (
    Named,
    NamedType,
    ObjectType,
    Scalar,
    Type,
    Union,
    walk,
)
from specloom.ir.unions import distinction_of
from specloom.lint.material import Material, Place, place_of
from specloom.lint.rule import LintRule, Observation
from specloom.lint.symbols import Symbol, named_types, typed_symbols
from specloom.spec.document import Json

__all__ = ["CLIENT_RULES"]

_NUMBERED: Final = re.compile(r"Option\d+")
_NAME_IT: Final = "move it under components/schemas, or name it with x-specloom: {name: …}"


def _anonymous_bodies(material: Material) -> Iterator[Observation]:
    for symbol, type_ in _unnamed(material):
        if type_.location.pointer[-1:] == ("schema",) and not _NUMBERED.search(type_.name):
            message = f"this object has no name, and becomes {symbol}"
            yield Observation(message, type_.location, _NAME_IT)


def _numbered_options(material: Material) -> Iterator[Observation]:
    for symbol, type_ in _unnamed(material):
        if _NUMBERED.search(type_.name) and type_.location.pointer[-2:-1] in {("oneOf",), ("anyOf",), ("allOf",)}:
            message = f"this choice has no name, and becomes {symbol} by its position"
            yield Observation(message, type_.location, "give it a title, or move it under components/schemas")


def _unnamed(material: Material) -> Iterator[tuple[str, ObjectType]]:
    """Yield the classes whose schemas nobody has named, each place once."""
    seen: set[Place] = set()
    for _, symbol, type_ in named_types(material):
        place = place_of(type_.location)
        named = place in material.named or "name" in material.extensions.get(place, {})
        if isinstance(type_, ObjectType) and not named and place not in seen:
            seen.add(place)
            yield symbol, type_


def _untyped(material: Material) -> Iterator[Observation]:
    seen = set(_without_schema(material))
    for symbol in typed_symbols(material):
        place = place_of(symbol.location)
        if place not in seen and Scalar("any") in walk(symbol.type) and not _is_open(material.schemas.get(place, {})):
            seen.add(place)
            what = "is Any" if symbol.type == Scalar("any") else "has Any in it"
            advice = "describe it; of an object that can have any members, say additionalProperties: true"
            yield Observation(f"{symbol.text} {what}: nothing describes it", symbol.location, advice)


def _without_schema(material: Material) -> Iterator[Place]:
    """Yield the places of answers that have no schema at all, which another rule is about."""
    for operation in material.document.operations:
        contents = (media for response in operation.responses for media in response.content.values())
        if any(media.schema is None for media in contents):
            yield place_of(operation.location.at("responses"))


def _is_open(schema: Mapping[str, Json]) -> bool:
    """Tell whether a schema says in so many words that its object can have any members."""
    extra = schema.get("additionalProperties", False)
    return extra is True or extra == {}


def _indistinct(material: Material) -> Iterator[Observation]:
    types = material.api.answers if material.api else {}
    seen: set[Place] = set()
    for symbol in typed_symbols(material):
        place = place_of(symbol.location)
        pair = _first_alike(symbol.type, types) if symbol.direction == "answer" and place not in seen else None
        if pair is not None:
            seen.add(place)
            yield _say_indistinct(symbol, *pair)


def _first_alike(type_: Type, types: Mapping[str, NamedType]) -> tuple[NamedType, NamedType] | None:
    for union in walk(type_):
        members = union.members if isinstance(union, Union) else ()
        objects = [each for each in members if isinstance(each, Named) and isinstance(types[each.name], ObjectType)]
        for first, second in combinations(objects, 2):
            if distinction_of(first, second, types) is None:
                return types[first.name], types[second.name]
    return None


def _say_indistinct(symbol: Symbol, first: NamedType, second: NamedType) -> Observation:
    message = f"{symbol.text} can be a {first.name} or a {second.name}, and nothing tells which"
    advice = "add a discriminator, or require in one of them what the other cannot have"
    return Observation(message, symbol.location, advice, (first.location, second.location))


def _resources(material: Material) -> Iterator[Observation]:
    seen: set[tuple[str, ...]] = set()
    for resource, method in material.methods:
        # What hangs under a resource is explained with it.
        if len(resource.path) == 1 and not resource.description and resource.path not in seen:
            seen.add(resource.path)
            message = f"the resource {resource.name} has no description"
            advice = f"describe a tag of that name: tags: [{{name: {resource.name}, description: …}}]"
            yield Observation(message, method.location.key(), advice)


CLIENT_RULES: Final = (
    LintRule(
        "anonymous-body",
        Severity.WARNING,
        "client",
        "The object that an operation takes or answers is described in place.",
        "Its class is named after the operation, so that renaming the one renames the other.",
        _anonymous_bodies,
    ),
    LintRule(
        "numbered-choice",
        Severity.WARNING,
        "client",
        "One of several choices has neither name nor title.",
        "Its class is called Option1 or Option2, and adding a choice in front renames it.",
        _numbered_options,
    ),
    LintRule(
        "untyped-value",
        Severity.WARNING,
        "client",
        "A field, an argument or an answer has no described type.",
        "It becomes Any, which no editor completes and no type checker checks.",
        _untyped,
    ),
    LintRule(
        "indistinct-choices",
        Severity.WARNING,
        "client",
        "Two objects that an answer may be have nothing to tell them apart.",
        "The client takes one of them by guess, and callers cannot rely on which.",
        _indistinct,
    ),
    LintRule(
        "undescribed-resource",
        Severity.NOTE,
        "client",
        "A resource of the client has no description.",
        "Its class has no docstring, and the README no line about it.",
        _resources,
    ),
)

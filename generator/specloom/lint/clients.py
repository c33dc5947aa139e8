"""Rules about the quality of the client that a description becomes: types that say little."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Final

from specloom.findings import Location, Place, Severity, place_of
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
from specloom.lint.context import LintContext, LintRule, Observation, once, rules_about
from specloom.spec.keywords import COMBINING
from specloom.spec.swagger_objects import section_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from specloom.ir.surface import Symbol
    from specloom.source import Json

_NUMBERED: Final = re.compile(r"Option\d+")
_ANY: Final = Scalar("any")


def _anonymous_bodies(context: LintContext) -> Iterator[Observation]:
    for type_ in _unnamed(context):
        if type_.location.pointer[-1:] == ("schema",) and not _NUMBERED.search(type_.name):
            message = f"this object has no name, and becomes {type_.path}"
            advice = f"move it under {_schemas(context)}, or name it with x-specloom: {{name: …}}"
            yield Observation(message, type_.location, advice, habit="")


def _numbered_options(context: LintContext) -> Iterator[Observation]:
    for type_ in _unnamed(context):
        if _NUMBERED.search(type_.name) and not {*type_.location.pointer[-2:-1]}.isdisjoint(COMBINING):
            message = f"this choice has no name, and becomes {type_.path} by its position"
            advice = f"give it a title, or move it under {_schemas(context)}"
            yield Observation(message, type_.location, advice, habit="")


def _schemas(context: LintContext) -> str:
    return section_of("schemas", context.index.root.file.version)


def _unnamed(context: LintContext) -> Iterator[Symbol]:
    """Yield the classes whose schemas nobody has named, each place once."""
    seen: set[Place] = set()
    for type_ in context.types:
        place = place_of(type_.location)
        named = place in context.named or "name" in context.extensions.get(place, {})
        if type_.kind != "alias" and not named and place not in seen:
            seen.add(place)
            yield type_


@once
def _untyped(context: LintContext) -> Iterator[Observation]:
    others = set(_without_schema(context))
    for text, type_, location in (*_read(context), *_passed(context)):
        place = place_of(location)
        if place not in others and _ANY in walk(type_) and not _is_open(context.schemas.get(place, {})):
            what = "is Any" if type_ == _ANY else "has Any in it"
            advice = "describe it; of an object that can have any members, say additionalProperties: true"
            yield Observation(f"{text} {what}: nothing describes it", location, advice, habit="")


def _read(context: LintContext) -> Iterator[tuple[str, Type, Location]]:
    """Yield what callers read, as they write it, its type and its place: fields, aliases and answers."""
    for model in context.surface.models if context.surface else ():
        yield from ((each.path, each.type, each.location) for each in model.walk() if each.type is not None)
    for call in context.calls:
        if call.type is not None:
            yield f"{call.path}()", call.type, call.location.at("responses")


def _passed(context: LintContext) -> Iterator[tuple[str, Type, Location]]:
    """Yield what callers pass, as they write it, its type and its place: keys, aliases and arguments."""
    for dictionary in context.surface.inputs if context.surface else ():
        yield from ((each.path, each.type, each.location) for each in dictionary.walk() if each.type is not None)
    for call in context.calls:
        for each in call.members:
            # Fields of a body have no place of their own: that of the body is near enough.
            location = call.location.at("requestBody") if each.key[0] == "body" else each.location
            if each.type is not None:
                yield each.path, each.type, location


def _without_schema(context: LintContext) -> Iterator[Place]:
    """Yield the places of answers that have no schema at all, which another rule is about."""
    for operation in context.document.operations:
        contents = (media for response in operation.responses for media in response.content.values())
        if any(not media.schemas for media in contents):
            yield place_of(operation.location.at("responses"))


def _is_open(schema: Mapping[str, Json]) -> bool:
    """Tell whether a schema says in so many words that its object can have any members."""
    extra = schema.get("additionalProperties", False)
    return extra is True or extra == {}


@once
def _indistinct(context: LintContext) -> Iterator[Observation]:
    types = context.surface.answer_types if context.surface else {}
    for text, type_, location in _read(context):
        if pair := _first_alike(type_, types):
            first, second = pair
            message = f"{text} can be a {first.name} or a {second.name}, and nothing tells which"
            advice = "add a discriminator, or require in one of them what the other cannot have"
            places = (first.location, second.location)
            yield Observation(message, location, advice, places, habit=f"{first.name} {second.name}")


def _first_alike(type_: Type, types: Mapping[str, NamedType]) -> tuple[NamedType, NamedType] | None:
    for union in walk(type_):
        members = union.members if isinstance(union, Union) else ()
        objects = [each for each in members if isinstance(each, Named) and isinstance(types[each.name], ObjectType)]
        for first, second in combinations(objects, 2):
            if distinction_of(first, second, types) is None:
                return types[first.name], types[second.name]
    return None


def _resources(context: LintContext) -> Iterator[Observation]:
    # What hangs under a resource is explained with it.
    for resource in context.surface.resources if context.surface else ():
        first = next((each for each in resource.members if each.kind == "method"), None)
        if first is not None and not resource.summary:
            message = f"the resource {resource.name} has no description"
            advice = f"describe a tag of that name: tags: [{{name: {resource.name}, description: …}}]"
            yield Observation(message, first.location.key(), advice, habit="")


def _without_effect(context: LintContext, *, minor: bool) -> Iterator[Observation]:
    losses = [loss for loss in (context.api.losses if context.api else ()) if loss.minor is minor]
    often = Counter((loss.what, loss.why) for loss in losses)
    for loss in losses:
        message = f"{loss.what} has no effect in a client: {loss.why}"
        # Of what callers do not miss, each kind is told; of all else, each reason.
        kind = message if minor and often[loss.what, loss.why] > 1 else loss.why
        yield Observation(message, loss.location, habit=kind)


PART_WITHOUT_EFFECT: Final = LintRule(
    "part-without-effect",
    Severity.NOTE,
    "client",
    "A part of the description has no effect in its client.",
    "What callers read there is not what the client does: its README names the part as well.",
    partial(_without_effect, minor=False),
)
MINOR_PART_WITHOUT_EFFECT: Final = LintRule(
    "minor-part-without-effect",
    Severity.NOTE,
    "client",
    "A part of the description has no effect in its client, and callers do not miss it.",
    "No client checks what it restricts, or somebody else does what it says.",
    partial(_without_effect, minor=True),
    many=2,
)
RULES_ABOUT_LOSSES: Final = (PART_WITHOUT_EFFECT, MINOR_PART_WITHOUT_EFFECT)
CLIENT_RULES: Final = (
    *rules_about(
        "client",
        ("anonymous-body", Severity.WARNING, _anonymous_bodies,
         "The object that an operation takes or answers is described in place.",
         "Its class is named after the operation, so that renaming the one renames the other."),
        ("numbered-choice", Severity.WARNING, _numbered_options,
         "One of several choices has neither name nor title.",
         "Its class is called Option1 or Option2, and adding a choice in front renames it."),
        ("untyped-value", Severity.WARNING, _untyped,
         "A field, an argument or an answer has no described type.",
         "It becomes Any, which no editor completes and no type checker checks."),
        ("indistinct-choices", Severity.WARNING, _indistinct,
         "Two objects that an answer may be have nothing to tell them apart.",
         "The client takes one of them by guess, and callers cannot rely on which."),
        ("undescribed-resource", Severity.NOTE, _resources,
         "A resource of the client has no description.",
         "Its class has no docstring, and the README no line about it."),
    ),
    *RULES_ABOUT_LOSSES,
)  # fmt: skip

"""Rules about the client that a description becomes: types that say little, names that are altered or repeat."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Final

from specloom.findings import Location, Place, Severity, place_of
from specloom.ir.name_scopes import RENAME
from specloom.ir.naming import words
from specloom.ir.types import Named, NamedType, ObjectType, Scalar, Type, Union, walk
from specloom.ir.unions import distinction_of
from specloom.lint.context import LintContext, LintRule, Observation, once, rules_about
from specloom.messages import quoted
from specloom.source import Json
from specloom.spec.keywords import COMBINING
from specloom.spec.swagger_objects import section_of

if TYPE_CHECKING:
    from specloom.ir.surface import Symbol


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
            message = f"{text} can be {first.name} or {second.name}, and nothing tells which"
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


@once
def _altered(context: LintContext) -> Iterator[Observation]:
    for text, name, symbol, location in _names(context):
        if _is_altered(name, text) and "name" not in context.extensions.get(place_of(location), {}):
            yield Observation(f"{quoted(text)} is called {symbol}", location.key(), RENAME, habit=text)


def _is_altered(name: str, text: str) -> bool:
    """Tell whether a name has an underscore behind or a letter in front that no word of the text asks for."""
    behind, in_front = name.endswith("_"), name[:1] == "n" and name[1:2].isdigit()
    return name != text and (behind or in_front) and name in {f"{_bare(text)}_", f"n{_bare(text)}"}


def _bare(text: str) -> str:
    return "_".join(words(text))


def _names(context: LintContext) -> Iterator[tuple[str, str, str, Location]]:
    """Yield the text, the name, how callers write it, and the place, of fields and arguments."""
    for owner in (*context.types, *context.calls):
        for each in owner.members:
            if each.key and each.key[0] != "body":
                yield each.key[-1], each.name, each.path, each.location


@once
def _altered_classes(context: LintContext) -> Iterator[Observation]:
    for type_ in context.types:
        place = place_of(type_.location)
        text = context.named.get(place, "")
        wanted = "".join(part[0].upper() + part[1:] for part in re.findall(r"[^\W_]+", text))
        altered = {f"{wanted}Model", f"N{wanted}", f"{wanted}ModelInput", f"N{wanted}Input"}
        if text and type_.name in altered and "name" not in context.extensions.get(place, {}):
            message = f"the schema {quoted(text)} is called {type_.path}"
            yield Observation(message, type_.location.key(), RENAME, habit="")


@once
def _told_apart(context: LintContext) -> Iterator[Observation]:
    for type_ in context.types:
        for group in _alike(tuple(each for each in type_.members if each.key), context):
            texts, names = _join(quoted(each.key[0]) for each in group), _join(each.name for each in group)
            message = f"{texts} are almost one name, and become {names} of {type_.path}"
            related = tuple(each.location.key() for each in group if each is not group[1])
            yield Observation(message, group[1].location.key(), RENAME, related, habit=texts)


def _alike(fields: tuple[Symbol, ...], context: LintContext) -> Iterator[list[Symbol]]:
    """Yield the fields that would have one name if nothing told them apart, several at a time."""
    same: dict[str, list[Symbol]] = defaultdict(list)
    for field in fields:
        same["".join(filter(str.isalnum, field.key[0])).casefold()].append(field)
    for candidates in same.values():
        by_name: dict[str, list[Symbol]] = defaultdict(list)
        for field in candidates if len(candidates) > 1 else ():
            if "name" not in context.extensions.get(place_of(field.location), {}):
                by_name[_bare(field.key[0])].append(field)
        yield from (group for group in by_name.values() if len(group) > 1)


def _stuttering(context: LintContext) -> Iterator[Observation]:
    for call in context.calls:
        if _repeats(call.name, call.path.split(".")[-2]):
            message = f"{call.routes[0]} becomes {call.path}(), which names the resource twice"
            yield Observation(message, call.location.key(), "name it with x-specloom: {method: …}", habit="")


def _repeats(name: str, own: str) -> bool:
    """Tell whether a method's name ends with its resource's, in the singular or the plural: `orders.list_orders`."""
    singular = re.sub(r"ies$", "y", own) if own.endswith("ies") else own.removesuffix("s")
    return any(name != end and (name.endswith(f"_{end}") or name.startswith(f"{end}_")) for end in {own, singular})


def _join(texts: Iterable[str]) -> str:
    *others, last = texts
    return f"{', '.join(others)} and {last}"


NAME_RULES: Final = rules_about(
    "client",
    ("altered-name", Severity.NOTE, _altered,
     "A property or parameter needs an underscore behind its name, or a letter in front.",
     "It is a keyword of Python, begins with a digit, or would hide something; callers look for the name they know."),
    ("altered-class-name", Severity.WARNING, _altered_classes,
     "A schema's class needs something added to its name.",
     "Python, the client or another schema has that name already, so WarningModel stands for Warning."),
    ("almost-one-name", Severity.WARNING, _told_apart,
     "Properties of one object differ in letter case or signs only.",
     "Their Python names are told apart by such trifles, which callers mix up."),
    ("repeated-resource", Severity.WARNING, _stuttering,
     "A method's name repeats the name of its resource.",
     "Callers write client.orders.list_orders() where client.orders.list() says as much."),
)  # fmt: skip

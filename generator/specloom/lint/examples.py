"""Rules about values that a description shows: examples, defaults, members of enumerations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Final, NamedTuple

from specloom.findings import Location, Severity
from specloom.lint.context import LintContext, Observation, rules_about
from specloom.lint.json_schemas import TooMuchError
from specloom.lint.objects import Shape, all_parts_of
from specloom.messages import did_you_mean, quoted, type_name, with_article
from specloom.source import Json
from specloom.spec.check_schemas import check_default
from specloom.spec.keywords import CHOICES, KEYWORDS
from specloom.spec.media_types import is_json
from specloom.spec.node import Node, NodeKey
from specloom.spec.validation import Mismatch

_OUT_OF_BOUNDS: Final = {
    "value": ("is less than {}", "is more than {}"),
    "length": ("is shorter than {} characters", "is longer than {} characters"),
    "items": ("has fewer than {} items", "has more than {} items"),
    "members": ("has fewer than {} members", "has more than {} members"),
}
"""What is said of a value below and above a bound, by what is bounded."""
_HABITUAL: Final = frozenset({"type", "format"})
"""The keywords that authors miss everywhere in one way: numbers in quotes, times in another form."""


_UNNAMED: Final = frozenset(
    {"additionalProperties", "unevaluatedProperties", "discriminator", "if", "dependentSchemas", "propertyNames"}
)
"""Keywords by which an object may have members that no property describes: that it may, what they are, who has them."""


def _examples(context: LintContext) -> Iterator[Observation]:
    for value, schema in _shown(context):
        yield from _check(value, schema, context, "example")


def _unknown_members(context: LintContext) -> Iterator[Observation]:
    said: dict[NodeKey, _Said] = {}
    for example, whole in _shown(context):
        waiting: list[tuple[Json, Location, Node]] = [(example.value, example.location, whole)]
        while waiting:
            value, location, schema = waiting.pop()
            if not isinstance(value, dict | list):
                continue
            if (found := said.get(schema.key)) is None:
                found = said[schema.key] = _Said.of(schema, context)
            if isinstance(value, list):
                if found.items is not None:
                    waiting += ((item, location.at(str(at)), found.items) for at, item in enumerate(value))
                continue
            shape = found.shape
            for name, member in value.items():
                if name in shape.properties:
                    waiting.append((member, location.at(name), shape.properties[name]))
                elif shape.properties and not found.may_have_more and not shape.describes(name):
                    message = f"the example has {quoted(name)}, and no property is called that"
                    advice = did_you_mean(name, shape.properties) or "describe it under 'properties'"
                    yield Observation(message, location.at(name), advice, habit=name)


class _Said(NamedTuple):
    """What a schema and all of its choices say."""

    shape: Shape
    may_have_more: bool
    """Whether something says what members without names may be, or others may describe more of them."""
    items: Node | None

    @classmethod
    def of(cls, schema: Node, context: LintContext) -> _Said:
        """Return what a schema says."""
        parts = [*all_parts_of(schema, context)]
        shape = Shape()
        for part in parts:
            shape.add(part)
        items = next(filter(None, (part.get("items") for part in parts)), None)
        return cls(shape, any(not _UNNAMED.isdisjoint(part.members) for part in parts), items)


@lru_cache(maxsize=1)
def _shown(context: LintContext) -> tuple[tuple[Node, Node], ...]:
    """Return every example, with the schema that it is of."""
    return tuple(_list_shown(context))


def _list_shown(context: LintContext) -> Iterator[tuple[Node, Node]]:
    for owner, schema in _described(context):
        for value in _shown_values(owner, context):
            yield value, schema
    for schema in context.schemas_with("example", "examples"):
        for example in (*schema.list("examples"), *filter(None, (schema.get("example"),))):
            yield example, schema


def _defaults(context: LintContext) -> Iterator[Observation]:
    for schema in context.schemas_with("default"):
        if (default := schema.get("default")) and not any(check_default(schema)):
            yield from _check(default, schema, context, "default")


def _listed_values(context: LintContext) -> Iterator[Observation]:
    for schema in context.schemas_with("enum", "const"):
        for member in schema.list("enum"):
            yield from _check(member, schema, context, "enum member", without="enum")
        if constant := schema.get("const"):
            yield from _check(constant, schema, context, "constant", without="const")


def _missing_null(context: LintContext) -> Iterator[Observation]:
    for schema in context.schemas_with("enum"):
        types, members = schema.members.get("type"), schema.members.get("enum")
        if isinstance(types, list) and "null" in types and isinstance(members, list) and None not in members:
            location = schema.location.at("enum").key()
            yield Observation("the type allows null and the enum does not", location, "add null to the enum")


def _described(context: LintContext) -> Iterator[tuple[Node, Node]]:
    """Yield every object that can have examples, with its schema; not bodies that JSON values say little about."""
    for kind in ("Parameter", "Header", "Media Type"):
        for owner in context.objects(kind):
            schema = owner.get("schema")
            if schema and (kind != "Media Type" or is_json(owner.pointer[-1])):
                yield owner, schema


def _shown_values(owner: Node, context: LintContext) -> Iterator[Node]:
    if example := owner.get("example"):
        yield example
    for _name, entry in owner.items("examples"):
        example = context.index.resolver.follow(entry, "Example")
        if value := example.get("value") or example.get("dataValue"):
            yield value


def _check(value: Node, schema: Node, context: LintContext, what: str, without: str = "") -> Iterator[Observation]:
    if context.endless:
        return  # an error that another rule reports; everything is checked once it is gone
    try:
        error = context.json_schemas.first_error(value.value, schema, without=without)
    except TooMuchError as much:
        yield Observation(f"{what} {much.what} to check against its schema", value.location, much.advice)
        return
    if error is not None:
        location = value.location.at(*error.path)
        message = f"{what} does not fit its schema: {_say(error)}"
        related = () if location.is_in(schema.location) else (schema.location,)  # examples of schemas stand in them
        habit = f"{error.keyword} {error.limit}" if error.keyword in _HABITUAL else None
        yield Observation(message, location, _advise(error), related, habit)


def _say(error: Mismatch) -> str:
    value, limit = error.value, error.limit
    match error.keyword:
        case "":
            return "it stands where nothing may"
        case "type":
            names = [str(name) for name in (limit if isinstance(limit, list) else [limit])]
            return f"{_value(value)} is not {' or '.join(n if n == 'null' else with_article(n) for n in names)}"
        case "required" | "dependentRequired":
            return f"it has no {error.missing!r}, which is required"
        case "enum":
            return f"{_value(value)} is none of the listed values"
        case "additionalProperties" | "unevaluatedProperties":
            return "it has members that the schema does not allow"
        case keyword if keyword in CHOICES:
            return f"{_value(value)} fits {'none' if error.choices else 'more than one'} of the choices"
        case keyword:
            return f"{_value(value)} {_say_limit(keyword, limit)}"


def _say_limit(keyword: str, limit: Json) -> str:
    match keyword:
        case "multipleOf":
            return f"is no multiple of {quoted(limit)}"
        case "pattern":
            return f"does not match {quoted(limit)}"
        case "format":
            return f"is no {limit}"
        case "uniqueItems":
            return "has an item twice"
        case "const":
            return f"is not {quoted(limit)}"
    bound = KEYWORDS[keyword].bound
    words = _OUT_OF_BOUNDS.get(bound.of) if bound is not None else None
    if bound is None or words is None:
        return f"breaks '{keyword}'"
    if bound.exclusive:
        return f"is not {'more' if bound.lower else 'less'} than {quoted(limit)}"
    return words[not bound.lower].format(quoted(limit))


def _value(value: Json) -> str:
    return type_name(value) if isinstance(value, list | dict) else quoted(value)


def _advise(error: Mismatch) -> str:
    if not isinstance(error.value, str):
        return ""
    if error.keyword == "enum":
        return did_you_mean(error.value, [each for each in error.limit if isinstance(each, str)])
    with suppress(ValueError):
        if (error.keyword == "type" or error.choices) and isinstance(json.loads(error.value), list | dict):
            return "write it as it is, not as JSON in a text"
    return ""


EXAMPLE_RULES: Final = rules_about(
    "example",
    ("example-mismatch", Severity.WARNING, _examples,
     "An example of a parameter, header, body or schema does not fit its schema.",
     ("Either the example misleads whoever copies it, or the schema is wrong and so is the client made from it. It"
      " should fit, and need not (OpenAPI 3.1, 4.8.12 and 4.8.14), so that a client is made all the same.")),
    ("undescribed-member", Severity.WARNING, _unknown_members,
     "An example has a member that its schema does not describe.",
     "The client has no field and no argument of that name, and a misspelt one misleads whoever copies it."),
    ("default-mismatch", Severity.WARNING, _defaults,
     "A default does not fit the schema that it stands in.",
     "The server cannot mean a value that its own description forbids."),
    ("enum-mismatch", Severity.WARNING, _listed_values,
     "A member of an enum, or a const, does not fit the keywords beside it.",
     "No value can ever be that member, though the client offers it."),
    ("null-missing-from-enum", Severity.WARNING, _missing_null,
     "A schema allows null by its type and forbids it by its enum.",
     "Both keywords apply, so null is never valid (JSON Schema 2020-12, validation 6.1.2), whoever meant it."),
)  # fmt: skip

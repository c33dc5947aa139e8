"""Rules about the keywords of one schema: which contradict each other, do nothing, or are misspelt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from specloom.findings import Severity
from specloom.ir.formats import KNOWN_FORMATS
from specloom.lint.context import LintContext, Observation, rules_about
from specloom.messages import closest, quoted, with_article
from specloom.source import Json
from specloom.spec.check_schemas import list_patterns, means_otherwise, types_of
from specloom.spec.keywords import ANNOTATIONS, BOUNDS, KEYWORDS
from specloom.spec.node import Node
from specloom.spec.value_types import Unchecked

_PAIRS: Final = tuple(
    (low.name, high.name, least.exclusive or most.exclusive)
    for low, least in BOUNDS
    for high, most in BOUNDS
    if least.of == most.of and least.lower and not most.lower
)
"""A lower bound, an upper one, and whether equal ones leave nothing between them."""

_MAY_BE_NULL: Final = frozenset(name for name, keyword in KEYWORDS.items() if keyword.value == Unchecked())

_APPLIES_TO: Final = {name: keyword.types for name, keyword in KEYWORDS.items() if keyword.types}
"""Keyword → the types of values that it says something about."""
_MISSPELT: Final = 0.82
_ALONE: Final = frozenset({"2.0", "3.0"})
"""The versions of OpenAPI that ignore what stands beside a reference."""
_BESIDE_REFERENCE: Final = ANNOTATIONS - {
    "default", "readOnly", "writeOnly",
} | {"$ref"}  # fmt: skip
"""What nobody misses there."""


def _bounds(context: LintContext) -> Iterator[Observation]:
    for low, high, open_ in _PAIRS:
        for schema in context.schemas_with(low):
            least, most = schema.members.get(low), schema.members.get(high)
            if not isinstance(least, int | float) or not isinstance(most, int | float):
                continue
            if least > most or (open_ and least == most):
                message = f"no value has {low} {least} and {high} {most}"
                yield Observation(message, schema.location.at(high), "", (schema.location.at(low),))


def _patterns(context: LintContext) -> Iterator[Observation]:
    for schema in context.schemas_with("pattern", "patternProperties"):
        for pattern, location in list_patterns(schema):
            if means_otherwise(pattern):
                message = f"{quoted(pattern)} has a letter where other dialects have the end of a text"
                yield Observation(message, location, "write ^ and $", habit="")


def _without_effect(context: LintContext) -> Iterator[Observation]:
    for schema in context.schemas_with(*_APPLIES_TO):
        types = {*types_of(schema)} - {"null"}
        for keyword in schema.members if types else ():
            applies = _APPLIES_TO.get(keyword, ())
            if applies and not set(applies) & types:
                message = f"'{keyword}' says nothing about {' or '.join(map(with_article, sorted(types)))}"
                advice = f"remove it, or make the type {applies[0]}"
                yield Observation(message, schema.location.at(keyword).key(), advice)


def _severed_texts(context: LintContext) -> Iterator[Observation]:
    for schema in context.objects("Schema"):
        for name, value in schema.members.items():
            if value is None and name not in _MAY_BE_NULL and not name.startswith("x-"):
                message = f"{quoted(name)} is no keyword and has no value: it looks like the rest of the text before it"
                advice = "write quotes around a text with a comma inside of braces"
                yield Observation(message, schema.location.at(name).key(), advice, habit="")


def _formats(context: LintContext) -> Iterator[Observation]:
    for schema in context.schemas_with("format"):
        format_ = schema.text("format")
        if not format_ or format_ in KNOWN_FORMATS:
            continue
        if meant := meant_format(format_):
            message = f"there is no format {quoted(format_)}"
            yield Observation(message, schema.location.at("format"), f"did you mean {quoted(meant)}?")


def meant_format(written: str) -> str | None:
    """Return the known format that a misspelt one is taken for; None where it is like none."""
    return closest(written.replace("_", "-"), KNOWN_FORMATS, cutoff=_MISSPELT)


def _siblings(context: LintContext) -> Iterator[Observation]:
    for schema in context.schemas_with("$ref"):
        written = schema.as_written
        if schema.file.version in _ALONE and isinstance(written, dict):
            for keyword in written:
                if (keyword in KEYWORDS and keyword not in _BESIDE_REFERENCE) or keyword == "nullable":
                    message = f"{quoted(keyword)} beside '$ref' has no effect"
                    advice = "write allOf with the reference, and the keyword beside that"
                    yield Observation(message, schema.location.at(keyword).key(), advice)


def _repeated(context: LintContext) -> Iterator[Observation]:
    for schema in context.schemas_with("enum", "required"):
        for keyword in ("enum", "required"):
            if _are_different_texts(schema.members.get(keyword)):
                continue
            seen: dict[str, Node] = {}
            for member in schema.list(keyword):
                first = seen.setdefault(json.dumps(member.value, sort_keys=True), member)
                if first is not member:
                    message = f"{quoted(member.value)} stands in '{keyword}' twice"
                    yield Observation(message, member.location, "remove one of them", (first.location,))


def _are_different_texts(values: Json) -> bool:
    """Tell, quickly, whether nothing stands twice in a list as most are."""
    return isinstance(values, list) and all(isinstance(each, str) for each in values) and len({*values}) == len(values)


SCHEMA_RULES: Final = rules_about(
    "schema",
    ("contradictory-bounds", Severity.WARNING, _bounds,
     "A lower bound is above the upper one.",
     "No value is valid, so no request and no answer is."),
    ("reference-sibling", Severity.WARNING, _siblings,
     "A keyword stands beside a reference, in OpenAPI 3.0 or 2.0.",
     "It is ignored (OpenAPI 3.0.3, 4.7.23), though somebody meant something by it."),
    ("repeated-value", Severity.WARNING, _repeated,
     "An enum, or a list of required properties, has a value twice.",
     "Once is enough (JSON Schema 2020-12, validation 6.1.2 and 6.5.3), and one may be meant for another."),
    ("foreign-pattern", Severity.WARNING, _patterns,
     "A pattern has `\\A` or `\\Z`.",
     "Patterns are those of ECMA-262 (JSON Schema 2020-12, core 6.4), where these are the letters A and Z."),
    ("keyword-without-effect", Severity.WARNING, _without_effect,
     "A keyword stands beside a type that it says nothing about.",
     "It is ignored, though somebody meant something by it: the keyword is wrong, or the type is."),
    ("misspelt-format", Severity.WARNING, _formats,
     "A format is almost the name of a known one.",
     "Unknown formats are ignored, so that a time stays a text in the client."),
    ("severed-text", Severity.WARNING, _severed_texts,
     "A schema has a member that is no keyword and has no value.",
     "In YAML's braces a comma ends a text without quotes, so a description is cut and its rest becomes a keyword."),
)  # fmt: skip

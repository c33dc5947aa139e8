"""Checks what the keywords of one schema say together: patterns that are none, defaults that nothing can mean."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Final

from specloom.findings import Finding, Location, Severity
from specloom.messages import did_you_mean, quoted, type_name, with_article
from specloom.source import Json
from specloom.spec.dialects import is_known
from specloom.spec.index import DocumentIndex
from specloom.spec.keywords import BOUNDS
from specloom.spec.node import Node
from specloom.spec.patterns import fault_of, list_patterns
from specloom.spec.validation import TYPES
from specloom.spec.value_types import is_number

_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_FLAGS: Final = frozenset({"true", "false"})


def check_schemas(index: DocumentIndex) -> Iterator[Finding]:
    """Yield which patterns are no regular expressions, which defaults do not fit, and which dialects are unknown."""
    for schema in index.objects("Schema"):
        members = schema.members
        if "pattern" in members or "patternProperties" in members:
            yield from _patterns(schema)
        if "default" in members:
            yield from check_default(schema)
        if "$schema" in members and schema.file.version >= "3.1" and not is_known(schema.text("$schema")):
            message = f"schemas in the dialect {quoted(schema.text('$schema'))}; they are read as JSON Schema 2020-12"
            advice = "say another one, or take out what only that dialect has"
            yield Finding("unsupported-dialect", Severity.WARNING, message, schema.location.at("$schema"), help=advice)


def _patterns(schema: Node) -> Iterator[Finding]:
    for pattern, location in list_patterns(schema):
        if fault := fault_of(pattern):
            message = f"{quoted(pattern)} is no regular expression: {fault}"
            yield Finding("wrong-pattern", Severity.ERROR, message, location, help="write one of ECMA-262")


def check_default(schema: Node) -> Iterator[Finding]:
    """Yield what is wrong with a default that is one plain value, or should be one.

    Since OpenAPI 3.1 a default should fit its schema and need not; before, it must have its type. A plain value of
    another type is an error in every version, for nothing can be meant by it; null for none, or a text that spells what
    is meant, in none.
    """
    value, at = schema.members["default"], schema.location.at("default")
    types = types_of(schema)
    if not types or _fits_type(value, types):
        yield from _limits(value, schema, at)
        return
    wanted = " or ".join(name if name == "null" else with_article(name) for name in types)
    said = quoted(value) if not isinstance(value, dict | list) else type_name(value)
    message = f"default does not fit its schema: {said} is not {wanted}"
    is_free = schema.file.version >= "3.1" and isinstance(value, dict | list)
    severity = Severity.WARNING if is_free or value is None or _spells(value, types) else Severity.ERROR
    yield Finding("wrong-default", severity, message, at, help="" if value is None else "write one that fits, or none")


def types_of(schema: Node) -> list[str]:
    """Return the types of JSON that a Schema Object names itself."""
    types = schema.members.get("type")
    return [name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str) and name in TYPES]


def _fits_type(value: Json, types: list[str]) -> bool:
    if isinstance(value, bool):
        return "boolean" in types
    if isinstance(value, float) and value.is_integer() and "integer" in types:
        return True
    return any(isinstance(value, TYPES[name]) for name in types)


def _spells(value: Json, types: list[str]) -> bool:
    """Tell whether a plain value of another type is what somebody writes who means one of `types`."""
    if isinstance(value, str):
        is_number = not {"number", "integer"}.isdisjoint(types) and _NUMBER.fullmatch(value)
        return bool(is_number) or value == "null" or ("boolean" in types and value.lower() in _FLAGS)
    return isinstance(value, int | float) and "string" in types


def _limits(value: Json, schema: Node, at: Location) -> Iterator[Finding]:
    """Yield which values or bounds a plain default breaks."""
    if value is None or isinstance(value, dict | list):
        return
    listed = schema.members.get("enum")
    if isinstance(listed, list) and value not in listed:
        advice = did_you_mean(str(value), [each for each in listed if isinstance(each, str)])
        yield _finding(f"{quoted(value)} is none of the listed values", Severity.WARNING, at, advice)
    measures = {"length": len(value)} if isinstance(value, str) else {"value": value}
    for keyword, bound in BOUNDS if not isinstance(value, bool) else ():
        limit, measure = schema.members.get(keyword.name), measures.get(bound.of, math.nan)
        if is_number(limit):
            beyond = measure < limit if bound.lower else measure > limit
            if beyond or (bound.exclusive and measure == limit):
                yield _finding(f"{quoted(value)} breaks {keyword.name}: {limit}", Severity.WARNING, at)


def _finding(problem: str, severity: Severity, at: Location, advice: str = "") -> Finding:
    return Finding("wrong-default", severity, f"default does not fit its schema: {problem}", at, help=advice)

"""Checks what the keywords of one schema say together: patterns that are none, defaults that nothing can mean.

Patterns are regular expressions of ECMA-262; whether a text is one, is said as far as Python can tell.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from specloom.findings import Finding, Location, Severity
from specloom.messages import did_you_mean, quoted, type_name, with_article
from specloom.source import Json
from specloom.spec.dialects import is_known
from specloom.spec.index import DocumentIndex
from specloom.spec.keywords import BOUNDS
from specloom.spec.node import Node
from specloom.spec.validation import TYPES
from specloom.spec.value_types import is_number

_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_FLAGS: Final = frozenset({"true", "false"})
_LONGEST: Final = 1000
"""Nobody writes longer patterns by hand, and what looks at them here takes its time."""

_PYTHON_ONLY: Final = (
    (re.compile(r"\(\?P[<=>]"), "a named group is written (?<name>…)"),
    (re.compile(r"\(\?[aiLmsux]+\)"), "flags cannot stand in a pattern"),
    (re.compile(r"\(\?#"), "comments cannot stand in a pattern"),
    (re.compile(r"\(\?>"), "there are no atomic groups"),
    (re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})\+"), "there are no possessive quantifiers"),
)
"""What Python and its relatives read and ECMA-262 (22.2.1) does not, and what to say about it."""
_TEXT_ENDS: Final = re.compile(r"\\[AZ]")
_TOKEN: Final = re.compile(
    r"\\(?:[pP]\{[^{}]*\}|u\{[0-9A-Fa-f]+\}|c[A-Za-z]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.)|\(\?<(?![=!])|.", re.DOTALL
)
_KNOWN_ESCAPES: Final = frozenset("bBdDwWsSnrtfv")
"""The letters that have a meaning behind a backslash, alone; any other stands for itself (ECMA-262, B.1.2)."""
_CLASSES: Final = frozenset(f"\\{letter}" for letter in "dDwWsS")
_ALLOWED: Final = ("look-behind requires fixed-width", "invalid group reference", "cannot refer to an open group")
"""How Python's complaints begin about what ECMA-262 reads (22.2.1 and B.1.2)."""


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
        yield _finding(f"{quoted(value)} is none of the listed values", at, advice)
    measures = {"length": len(value)} if isinstance(value, str) else {"value": value}
    for keyword, bound in BOUNDS if not isinstance(value, bool) else ():
        limit, measure = schema.members.get(keyword.name), measures.get(bound.of, math.nan)
        if is_number(limit):
            beyond = measure < limit if bound.lower else measure > limit
            if beyond or (bound.exclusive and measure == limit):
                yield _finding(f"{quoted(value)} breaks {keyword.name}: {limit}", at)


def _finding(problem: str, at: Location, advice: str = "") -> Finding:
    return Finding("wrong-default", Severity.WARNING, f"default does not fit its schema: {problem}", at, help=advice)


@lru_cache(maxsize=1024)
def fault_of(pattern: str) -> str:
    """Return why `pattern` is no regular expression, in a few words; empty where it is one, or that cannot be told."""
    if len(pattern) > _LONGEST:
        return ""
    bare = _bare(pattern)
    if fault := next((fault for construct, fault in _PYTHON_ONLY if construct.search(bare)), ""):
        return fault
    stand_in = _stand_in(pattern.replace("[^]", r"[\s\S]"))
    try:
        _compile(stand_in)
    except re.error as error:
        return "" if error.msg.startswith(_ALLOWED) else error.msg
    except (OverflowError, RecursionError):
        return ""
    return ""


def means_otherwise(pattern: str) -> bool:
    """Tell whether a pattern has what other dialects write for the ends of a text, and ECMA-262 reads as letters."""
    return bool(_TEXT_ENDS.search(pattern.replace(r"\\", "")))


def _stand_in(pattern: str) -> str:
    """Return a pattern in which everything that ECMA-262 reads and Python does not has something in its place."""
    parts = [_in_python(token) for token in _TOKEN.findall(pattern)]
    for place, part in enumerate(parts):
        if part == "-" and not _CLASSES.isdisjoint((*parts[place - 1 : place], *parts[place + 1 : place + 2])):
            parts[place] = r"\-"  # no range begins or ends with a class
    return "".join(parts)


def _in_python(token: str) -> str:
    match token[:2]:
        case "(?":
            return "(?P<"
        case r"\p" | r"\P" if len(token) > 2:  # noqa: PLR2004 - more than the letter alone
            return r"\w"
        case r"\u" if token[2:3] == "{":
            return "u"
        case r"\c" if len(token) > 2:  # noqa: PLR2004 - as above
            return "c"
        case _:
            is_letter = len(token) == 2 and token[1].isalpha() and token[1] not in _KNOWN_ESCAPES  # noqa: PLR2004
            return token[1] if is_letter else token


def _bare(pattern: str) -> str:
    """Return a pattern with a letter for every escape and every character class."""
    return re.sub(r"\[[^\]]*\]", "x", re.sub(r"(?s)\\.", "x", pattern))


def _compile(pattern: str) -> re.Pattern[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a later Python will read in another way
        return re.compile(pattern)


def list_patterns(schema: Node) -> Iterator[tuple[str, Location]]:
    """Yield the patterns that a schema has for its value and for names, and where they are written."""
    yield schema.text("pattern"), schema.location.at("pattern")
    yield from ((key, child.location.key()) for key, child in schema.items("patternProperties"))

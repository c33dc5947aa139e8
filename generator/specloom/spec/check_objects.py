"""What is wrong with a value where the table of objects expects another, and rules between members of one object."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from specloom.findings import Finding, Severity
from specloom.messages import closest, did_you_mean, shown, type_name, with_article
from specloom.spec.objects import OBJECTS
from specloom.spec.value_types import (
    ArrayValue,
    KeyRule,
    MapValue,
    OasObject,
    Of,
    OneOrMany,
    ScalarValue,
    Unchecked,
    ValueType,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from specloom.source import Json
    from specloom.spec.node import Node


STYLES: Final[Mapping[str, tuple[str, ...]]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
    "querystring": ("form",),
}
"""Where a parameter is → the styles it may have, the default first (4.8.12.2)."""

_STYLES_OF_32: Final = frozenset({"cookie"})
_SWAGGER: Final[Mapping[str, Mapping[str, tuple[type, str]]]] = {
    "OpenAPI": {
        **dict.fromkeys(("schemes", "consumes", "produces"), (list, "a list")),
        **dict.fromkeys(("definitions", "parameters", "responses", "securityDefinitions"), (dict, "an object")),
    },
    "Operation": dict.fromkeys(("schemes", "consumes", "produces"), (list, "a list")),
    "Response": {"headers": (dict, "an object"), "examples": (dict, "an object"), "schema": (dict, "a Schema Object")},
}
"""Members of OpenAPI 2.0 that an upgrade takes apart: nothing of the wrong type is left for the table to see."""
_DIALECTS: Final = re.compile(
    r"https?://(json-schema\.org/(draft-0[4-7]/|draft/(2019-09|2020-12)/)?schema|spec\.openapis\.org/oas/3\.)"
)


def check_swagger(node: Node, kind: str) -> Iterator[Finding]:
    """Yield what is wrong with an object of OpenAPI 2.0 as it is written, and gone in the terms of 3.1.

    Args:
        node: An object of OpenAPI 2.0.
        kind: What it is, a key of `OBJECTS`.
    """
    expected = _SWAGGER.get(kind, {})
    written = node.as_written if expected else None
    if not isinstance(written, dict):
        return
    for key, (type_, title) in expected.items():
        if key in written and not isinstance(written[key], type_):
            owner = "a Swagger Object" if kind == "OpenAPI" else with_article(f"{kind} Object")
            message = f"'{key}' of {owner} must be {title}, not {type_name(written[key])}"
            yield Finding("wrong-type", Severity.ERROR, message, node.location.at(key))


def _openapi(node: Node) -> Iterator[Finding]:
    if not {"paths", "components", "webhooks"} & node.members.keys():
        yield _error("missing-member", "an OpenAPI Object needs 'paths', 'components' or 'webhooks'", node)
    dialect = node.get("jsonSchemaDialect")
    if dialect and isinstance(dialect.value, str) and not _DIALECTS.match(dialect.value):
        message = f"schemas in the dialect {shown(dialect.value)}"
        advice = "Specloom reads the dialects of OpenAPI, and JSON Schema from draft-04 on"
        yield Finding("unsupported-dialect", Severity.UNSUPPORTED, message, dialect.location, help=advice)


def _parameter(node: Node) -> Iterator[Finding]:
    place, has_all = node.text("in"), node.file.version == "3.2"
    styles = [style for style in STYLES.get(place, ()) if has_all or style not in _STYLES_OF_32]
    style = node.get("style")
    if place == "querystring":
        yield from _querystring(node)
    elif styles and style and isinstance(style.value, str) and style.value not in styles:
        advice = did_you_mean(style.value, styles) or f"use one of: {', '.join(styles)}"
        message = f"'style' of a {place} parameter cannot be {shown(style.value)}"
        yield _error("wrong-value", message, style, advice)
    yield from _single_content(node)


def _querystring(node: Node) -> Iterator[Finding]:
    """Yield what is wrong with a parameter that is the whole query (OpenAPI 3.2, 4.12.1)."""
    if node.file.version != "3.2":
        message = "'in' of a Parameter Object cannot be 'querystring' before OpenAPI 3.2"
        yield _error("wrong-value", message, node.get("in") or node, "say 'openapi: 3.2.0' to use it")
    elif "content" not in node.members:
        message = "a parameter that is the whole query needs 'content'"
        yield _error("missing-member", message, node, "say its media type: content: {application/json: {schema: …}}")


def _single_content(node: Node) -> Iterator[Finding]:
    content = node.get("content")
    if content and isinstance(content.value, dict) and len(content.value) != 1:
        yield _error("wrong-value", "'content' must have exactly one entry here", content)


def _error(rule: str, message: str, node: Node, advice: str = "") -> Finding:
    return Finding(rule, Severity.ERROR, message, node.location, help=advice)


OBJECT_RULES: Final[Mapping[str, Callable[[Node], Iterator[Finding]]]] = {
    "OpenAPI": _openapi,
    "Parameter": _parameter,
    "Header": _single_content,
}


_MISSPELLED: Final = 0.75
_GONE: Final = {"nullable": "write type: [string, 'null'], or anyOf with {type: 'null'}"}


def accepts(value: Json, value_type: ScalarValue | OneOrMany) -> bool:
    """Return whether `value` is what `value_type` allows."""
    if isinstance(value_type, OneOrMany):
        return isinstance(value, str) and accepts(value, value_type.item)
    if value_type.type == "string":
        return isinstance(value, str) and (not value_type.values or value in value_type.values)
    match value_type.type:
        case "boolean":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "count":
            return not isinstance(value, bool) and (
                (isinstance(value, int) and value >= 0)
                or (isinstance(value, float) and value.is_integer() and value >= 0)
            )


def place_of(node: Node) -> str:
    """Name a value by its segment and that of its parent."""
    if not node.pointer:
        return "the file"
    *_, parent, last = ("", *node.pointer)
    return f"{shown(last)} in {shown(parent)}" if parent else shown(last)


def check_key(parent: Node, key: str, value: Json, rule: KeyRule) -> Iterator[Finding]:
    """Yield what is wrong with a key of a map, of which `value` is the value."""
    if rule.pattern.fullmatch(key) or (key == "$ref" and isinstance(value, str)):
        return
    # OpenAPI 2.0 says nothing about the names of definitions.
    if rule.strict or parent.file.version != "2.0":
        severity = Severity.ERROR if rule.strict else Severity.WARNING
        at = parent.below(key, value).location.key()
        yield Finding(rule.rule, severity, f"{shown(key)} {rule.message}", at, help=rule.help)


def check_requirements(node: Node, kind: OasObject) -> Iterator[Finding]:
    """Yield which members an object lacks, and which it may not have together."""
    value = node.members
    needed = [members for (member, choice), members in kind.needs.items() if value.get(member) == choice]
    for key in chain(kind.required, *needed):
        if key not in value:
            yield Finding("missing-member", Severity.ERROR, f"{kind.title} needs '{key}'", node.location)
    for group in kind.exclusive:
        severity = Severity.ERROR if group.strict else Severity.WARNING
        present = [key for key in group.members if key in value]
        if len(present) > 1:
            names = " and ".join(f"'{key}'" for key in group.members)
            at = node.below(present[1], value[present[1]]).location.key()
            yield Finding("exclusive-members", severity, f"{kind.title} cannot have both {names}", at)
        elif group.needed and not present:
            names = " or ".join(f"'{key}'" for key in group.members)
            yield Finding("missing-member", severity, f"{kind.title} needs {names}", node.location)


def explain_unknown(node: Node, kind: OasObject) -> Iterator[Finding]:
    """Yield what to say of a member that the table does not know."""
    key, at = node.pointer[-1], node.location.key()
    if kind.name != "Schema" or key in _GONE or closest(key, kind.members, cutoff=_MISSPELLED) is not None:
        message = f"{kind.title} has no member {shown(key)}"
        advice = _GONE.get(key) or did_you_mean(key, kind.members)
        yield Finding("unknown-member", Severity.WARNING, message, at, help=advice)


def explain_wrong(node: Node, value_type: ValueType, owner: str) -> Finding:
    """Return what to say of a value that `value_type` does not allow.

    Args:
        node: The value.
        value_type: What is expected.
        owner: The kind of object whose member the value is; empty where it stands in a list or a map.
    """
    value, location = node.value, node.location
    label = f"'{node.pointer[-1]}' of {OBJECTS[owner].title}" if owner else place_of(node)
    if isinstance(value_type, ScalarValue) and isinstance(value, str) and value_type.values:
        advice = did_you_mean(value, value_type.values) or f"use one of: {', '.join(value_type.values)}"
        return Finding("wrong-value", Severity.ERROR, f"{label} cannot be {shown(value)}", location, help=advice)
    if node.pointer and node.pointer[-1] == "$ref" and isinstance(value_type, Of):
        message = f"a reference cannot stand here: {shown(value)}"
        return Finding("misplaced-reference", Severity.ERROR, message, location.key())
    if not node.file.source.quotable:
        message = f"this must be {_expected(value_type)}, not {type_name(value)}"
        return Finding("wrong-type", Severity.ERROR, message, location.bare())
    message = f"{label} must be {_expected(value_type)}, not {_found(value, value_type)}"
    return Finding("wrong-type", Severity.ERROR, message, location, help=_advise(node, value_type))


def _expected(value_type: ValueType) -> str:
    """Return what `value_type` asks for, with its article: `a list`."""
    match value_type:
        case Of(name):
            return OBJECTS[name].title
        case MapValue():
            return "an object"
        case ArrayValue():
            return "a list"
        case ScalarValue("count"):
            return "an integer of at least 0"
        case ScalarValue(kind):
            return f"a {kind}"
        case OneOrMany():
            return "a string or a list of strings"
        case Unchecked():
            return "a value"


def _found(value: Json, value_type: ValueType) -> str:
    """Return what `value` is, as an answer to `_expected`."""
    return shown(value) if isinstance(value_type, ScalarValue) and value_type.type == "count" else type_name(value)


def _advise(node: Node, value_type: ValueType) -> str:
    """Return what to do about a value of the wrong type, where there is a usual reason."""
    if isinstance(value_type, ScalarValue) and value_type.type == "string" and isinstance(node.value, int | float):
        return f"put it in quotes: '{shown(node.value)}'"
    if node.pointer and node.pointer[-1] == "items" and isinstance(node.value, list):
        return "use 'prefixItems' for the schemas of the first items"
    return ""

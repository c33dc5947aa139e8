"""What the table of objects cannot say: rules between the members of one object."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from specloom.findings import Finding, Severity
from specloom.messages import did_you_mean, shown, type_name, with_article
from specloom.spec.node import Node

__all__ = ["OBJECT_RULES", "STYLES", "check_swagger"]

STYLES: Final[Mapping[str, tuple[str, ...]]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
"""Where a parameter is → the styles it may have, the default first (4.8.12.2)."""

_SWAGGER: Final[Mapping[str, Mapping[str, tuple[type, str]]]] = {
    "OpenAPI": {
        **dict.fromkeys(("schemes", "consumes", "produces"), (list, "a list")),
        **dict.fromkeys(("definitions", "parameters", "responses", "securityDefinitions"), (dict, "an object")),
    },
    "Operation": dict.fromkeys(("schemes", "consumes", "produces"), (list, "a list")),
    "Response": {"headers": (dict, "an object"), "examples": (dict, "an object"), "schema": (dict, "a Schema Object")},
}
"""Members of OpenAPI 2.0 that an upgrade takes apart: nothing of the wrong type is left for the table to see."""
_DIALECTS: Final = ("https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3.")


def check_swagger(node: Node, kind: str) -> Iterator[Finding]:
    """Yield what is wrong with an object of OpenAPI 2.0 as it is written, and gone in the terms of 3.1.

    Args:
        node: An object of any version.
        kind: What it is, a key of `OBJECTS`.
    """
    expected = _SWAGGER.get(kind, {}) if node.file.version == "2.0" else {}
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
    if dialect and isinstance(dialect.value, str) and not dialect.value.startswith(_DIALECTS):
        message = f"schemas in the dialect {shown(dialect.value)}"
        advice = "Specloom reads JSON Schema 2020-12, the dialect of OpenAPI 3.1"
        yield Finding("unsupported-dialect", Severity.UNSUPPORTED, message, dialect.location, help=advice)


def _parameter(node: Node) -> Iterator[Finding]:
    place = node.text("in")
    styles, style = STYLES.get(place, ()), node.get("style")
    if styles and style and isinstance(style.value, str) and style.value not in styles:
        advice = did_you_mean(style.value, styles) or f"use one of: {', '.join(styles)}"
        message = f"'style' of a {place} parameter cannot be {shown(style.value)}"
        yield _error("wrong-value", message, style, advice)
    yield from _single_content(node)


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

"""Reads what many writers get wrong as they mean it, and says so in a warning.

Only what can be meant in one way alone is mended, and what decides no type. Values are changed in place, so that every
later stage sees what was meant; an object that several YAML aliases share is mended once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from specloom.findings import Finding, Severity
from specloom.messages import shown
from specloom.source import render_pointer
from specloom.spec.files import Refusal
from specloom.spec.node import Node
from specloom.spec.resolve import Resolver
from specloom.spec.shapes import ObjectType
from specloom.spec.upgrade_schema import BOUNDS, allow_null, upgrade_bound, upgrade_items

__all__ = ["mend"]

_FOR_PEOPLE: Final = frozenset(
    {"summary", "description", "title", "termsOfService", "externalDocs", "contact", "license", "email"}
)
"""Members that no program depends on."""
_SUSPECT: Final = frozenset(
    {"exclusiveMinimum", "exclusiveMaximum", "items", "prefixItems", "nullable", "required", "properties"}
)


def mend(node: Node, kind: ObjectType, resolver: Resolver) -> Iterator[Finding]:
    """Change what is wrong in an object, and yield a warning for each change.

    Args:
        node: The object; no Reference Object.
        kind: What it is.
        resolver: Where texts are looked up that stand in other files.
    """
    members = node.members
    if None in members.values():
        yield from _drop_nulls(node, kind)
    if isinstance(members.get("description"), dict):
        yield from _look_up_description(node, kind, resolver)
    if kind.name == "Parameter" and members.get("in") == "path" and members.get("required", False) is False:
        message = "a path parameter needs 'required: true'; it counts as required all the same"
        yield Finding("optional-path-parameter", Severity.WARNING, message, node.location)
        members["required"] = True
    if kind.name == "Schema" and not _SUSPECT.isdisjoint(members):
        yield from _mend_bounds(node)
        yield from _mend_items(node)
        yield from _mend_required(node)
        yield from _look_up_properties(node, resolver)
        yield from _mend_nullable(node)


def _drop_nulls(node: Node, kind: ObjectType) -> Iterator[Finding]:
    for key in [key for key, value in node.members.items() if value is None and key in _FOR_PEOPLE]:
        if key in kind.members and not kind.members[key].required:
            yield _warn("wrong-type", f"{shown(key)} of {kind.title} is null, which counts as absent", node, key)
            del node.members[key]


def _look_up_description(node: Node, kind: ObjectType, resolver: Resolver) -> Iterator[Finding]:
    """Put the text in place of a reference to it, which OpenAPI allows nowhere."""
    description = node.get("description")
    if description is None or description.reference is None or "description" not in kind.members:
        return
    try:
        target = resolver.target(description, kind.name)
    except Refusal as refusal:
        yield from refusal.at(description.location.at("$ref"))
        return
    if isinstance(target.value, str):
        message = f"'description' of {kind.title} cannot be a reference; its text is looked up all the same"
        yield _warn("misplaced-reference", message, node, "description")
        node.members["description"] = target.value


def _look_up_properties(node: Node, resolver: Resolver) -> Iterator[Finding]:
    """Put a reference to each property in place of a reference to all of them, which OpenAPI allows nowhere."""
    properties = node.get("properties")
    if properties is None or properties.reference is None or len(properties.members) > 1:
        return
    try:
        # Of an Example Object nothing is upgraded: what is looked for are names.
        target = resolver.target(properties, "Example")
    except Refusal as refusal:
        yield from refusal.at(properties.location.at("$ref"))
        return
    if isinstance(target.value, dict):
        message = "'properties' of a Schema Object cannot be a reference; its properties are looked up all the same"
        yield _warn("misplaced-reference", message, node, "properties")
        front = properties.reference if "#" in properties.reference else f"{properties.reference}#"
        node.members["properties"] = {
            name: {"$ref": f"{front}{quote(render_pointer((name,)), safe='/~')}"} for name in target.value
        }


def _mend_bounds(node: Node) -> Iterator[Finding]:
    for exclusive, bound in BOUNDS:
        if isinstance(node.members.get(exclusive), bool):
            message = f"'{exclusive}' of a Schema Object is a number since OpenAPI 3.1; read as OpenAPI 3.0 does"
            yield _warn("wrong-type", message, node, exclusive, f"write the number in place of '{bound}'")
            upgrade_bound(node.members, exclusive, bound)


def _mend_items(node: Node) -> Iterator[Finding]:
    upgrade_items(node.members, node.written, node.file.moved)
    items = node.get("prefixItems")
    if items and items.written[-1] == "items":
        message = "'items' of a Schema Object must be a Schema Object, not a list; read as 'prefixItems'"
        advice = "use 'prefixItems' for the schemas of the first items"
        yield Finding("wrong-type", Severity.WARNING, message, items.location, help=advice)


def _mend_required(node: Node) -> Iterator[Finding]:
    if isinstance(node.members.get("required"), bool):
        message = "'required' of a Schema Object must be a list, not a boolean; it has no effect"
        yield _warn("wrong-type", message, node, "required", "list the property in 'required' of the object around it")
        del node.members["required"]


def _mend_nullable(node: Node) -> Iterator[Finding]:
    nullable = node.members.get("nullable")
    if isinstance(nullable, bool):
        read = "null is allowed, as in OpenAPI 3.0" if nullable else "it has no effect"
        message = f"a Schema Object has no member 'nullable' since OpenAPI 3.1; {read}"
        advice = "write type: [string, 'null'], or anyOf with {type: 'null'}" if nullable else ""
        yield _warn("unknown-member", message, node, "nullable", advice)
        del node.members["nullable"]
        if nullable:
            allow_null(node.members, node.written, node.file.moved)


def _warn(rule: str, message: str, node: Node, key: str, advice: str = "") -> Finding:
    value = node.below(key, node.members[key]).location
    at = value.key() if rule == "unknown-member" else value
    return Finding(rule, Severity.WARNING, message, at, help=advice)

"""Edits that a rule makes of a description: each of its properties, parameters and operations, changed in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edits import Change, Edit, add, append, drop, files_of, move, put

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["sweep"]

_METHODS = ("get", "put", "post", "patch", "delete")


def sweep(spec: str) -> Iterator[Edit]:
    """Yield the edits of a shipped description. Some of them make a description that is refused."""
    for name, changes in _everywhere(spec):
        yield Edit(spec, name, changes)


def _everywhere(spec: str) -> Iterator[tuple[str, tuple[Change, ...]]]:
    for path, contents in files_of(spec).items():
        prefix = "" if path == "openapi.yaml" else f"{path} "
        schemas = contents.get("components", {}).get("schemas", {})
        for name, schema in schemas.items():
            yield from _of_schema(f"{prefix}components schemas {name}", schema)
        for name, item in contents.get("paths", {}).items():
            yield from _of_path(f"{prefix}paths {name}", item)
        for name, value in contents.items() if prefix else ():
            found = _of_path if path.startswith("paths/") else _of_schema
            yield from found(f"{prefix}{name}", value)


def _of_schema(place: str, schema: dict[str, Any]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    required = schema.get("required", [])
    for name, property_ in schema.get("properties", {}).items():
        at = f"{place} properties {name}"
        relaxed = (drop(f"{place} required {name}"),) if name in required else ()
        if name in required:
            yield f"{at} is not required", relaxed
        else:
            yield f"{at} is required", ((append if required else _start)(f"{place} required", name),)
        yield f"{at} is gone", (drop(at), *relaxed)
        yield f"{at} is renamed", (move(at, f"{name}Renamed"), *relaxed)
        yield from _of_type(at, property_)
    if "enum" in schema:
        yield f"{place} has one value more", (append(f"{place} enum", "another"),)
        yield f"{place} has one value less", (drop(f"{place} enum {schema['enum'][0]}"),)
    for number, part in enumerate(schema.get("allOf", ())):
        yield from _of_schema(f"{place} allOf {number}", part)


def _start(place: str, name: str) -> Change:
    return add(place, [name])


def _of_type(at: str, schema: dict[str, Any]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    type_ = schema.get("type")
    if type_ is None:
        return
    plain = [type_] if isinstance(type_, str) else type_
    others = [each for each in plain if each != "null"]
    other = "integer" if others == ["string"] else "string"
    yield f"{at} is null or never null", (put(f"{at} type", others if "null" in plain else [*others, "null"]),)
    yield f"{at} is of another type", (put(f"{at} type", [other, *plain[len(others) :]]),)
    yield f"{at} is of one type more", (put(f"{at} type", [*others, other, *plain[len(others) :]]),)
    if "format" in schema:
        yield f"{at} has no format", (drop(f"{at} format"),)
    elif others == ["string"]:
        for format_ in ("date-time", "uuid", "decimal"):
            yield f"{at} has the format {format_}", (add(f"{at} format", format_),)
    yield f"{at} is a list", (put(at, {"type": "array", "items": {"type": "string"}}),)


def _of_path(place: str, item: dict[str, Any]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    for method in _METHODS:
        if method not in item:
            continue
        at, operation = f"{place} {method}", item[method]
        yield f"{at} is gone", (drop(at),)
        if operation.get("x-specloom", {}).get("pagination"):
            yield f"{at} is not paged", (drop(f"{at} x-specloom pagination"),)
        if operation.get("x-specloom", {}).get("method"):
            yield f"{at} has another method name", (put(f"{at} x-specloom method", "another"),)
        yield f"{at} has one parameter more", (_one_more(f"{at} parameters", operation),)
        for number, parameter in enumerate(operation.get("parameters", ())):
            yield from _of_parameter(f"{at} parameters {number}", parameter)
        for status in operation["responses"]:
            yield f"{at} has no answer {status}", (drop(f"{at} responses {status}"),)
            yield f"{at} has an empty answer {status}", (put(f"{at} responses {status}", {"description": "Done."}),)
        if "requestBody" in operation:
            yield f"{at} takes no body", (drop(f"{at} requestBody"),)


def _one_more(place: str, operation: dict[str, Any]) -> Change:
    parameter = {"name": "another", "in": "query", "schema": {"type": "string"}}
    return append(place, parameter) if "parameters" in operation else add(place, [parameter])


def _of_parameter(at: str, parameter: dict[str, Any]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    if "$ref" in parameter:
        yield f"{at} is gone", (drop(at),)
        return
    if parameter["in"] != "path":
        yield f"{at} is gone", (drop(at),)
        change = put(f"{at} required", False) if parameter.get("required") else add(f"{at} required", True)
        yield f"{at} is required or not", (change,)
    yield from _of_type(f"{at} schema", parameter["schema"])

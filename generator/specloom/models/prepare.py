"""Answer types as the JSON Schemas that datamodel-code-generator gets to see.

They are written from the IR, never copied from a description: names are Python names already, every object has one,
and no text, example, default or extension of a description is in them. What the engine cannot say (wire names,
documentation, discriminators) is added to its classes afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never, cast

from pydantic_core import CoreSchema, SchemaError, SchemaValidator

from specloom.ir.types import (
    Field,
    LinkTo,
    ListOf,
    Literals,
    MapOf,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    ScalarKind,
    Tagged,
    Type,
    Union,
    accepts_null,
    links_in,
    without_null,
)
from specloom.spec.document import Json

__all__ = ["UNIX_TIMES", "link_stubs", "prepare_document"]

UNIX_TIMES = ("UnixTime", "UnixTimeText")
"""Types of the runtime that the engine does not know; no type of a description is called so."""

_SCALARS: dict[ScalarKind, dict[str, Json]] = {
    "any": {},
    "none": {"type": "null"},
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "bytes": {"type": "string", "format": "binary"},
    "datetime": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "uuid": {"type": "string", "format": "uuid"},
    "decimal": {"type": "string", "format": "decimal"},
    "unix-time": {"$ref": "#/components/schemas/UnixTime"},
    "unix-time-text": {"$ref": "#/components/schemas/UnixTimeText"},
}

_CONSTRAINTS = {
    "minimum": "ge",
    "maximum": "le",
    "exclusiveMinimum": "gt",
    "exclusiveMaximum": "lt",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "pattern": "pattern",
}
"""Keywords of JSON Schema, and what pydantic calls them."""

_PYTHON_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "integer"}


def prepare_document(types: Mapping[str, NamedType]) -> dict[str, Json]:
    """Return an OpenAPI document with one component for each named type, and one for links to each (`link_stubs`).

    Aliases, links and unix times are empty objects there: references to them keep their name, and the class that the
    engine writes for them is not used.
    """
    stubs = link_stubs(types)
    schemas: dict[str, Json] = {name: _component(type_, stubs) for name, type_ in types.items()}
    schemas |= {stub: {"type": "object"} for stub in (*stubs.values(), *UNIX_TIMES)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "answers", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }


def link_stubs(types: Mapping[str, NamedType]) -> dict[str, str]:
    """Return the component that stands for a link to each type that links lead to: by the type's name."""
    fields = [field for type_ in types.values() if isinstance(type_, ObjectType) for field in type_.fields]
    prefix = "LinkTo"
    while any(name.startswith(prefix) for name in types):
        prefix += "Type"
    return {target: f"{prefix}{target}" for field in fields for target in links_in(field.type)}


def _component(type_: NamedType, stubs: Mapping[str, str]) -> Json:
    if not isinstance(type_, ObjectType):
        return {"type": "object"}
    return {
        "type": "object",
        "properties": {field.name: _property(field, stubs) for field in type_.fields},
        "required": [field.name for field in type_.fields if field.required],
    }


def _property(field: Field, stubs: Mapping[str, str]) -> Json:
    bare = without_null(field.type)
    constraints = {key: limit for key, limit in field.constraints.items() if _is_understood(bare, key, limit)}
    if not constraints:
        return _schema(field.type, stubs)
    inner = _schema(bare, stubs)
    if isinstance(inner, dict):
        inner = {**inner, **constraints}
        if accepts_null(field.type):
            inner["type"] = [inner["type"], "null"]
    return inner


def _is_understood(type_: Type, keyword: str, limit: Json) -> bool:
    """Tell whether pydantic can check this: its numbers have bounds, and its regular expressions no look-around.

    A model with a constraint that it cannot check would fail for every answer.
    """
    kind = type_.kind if isinstance(type_, Scalar) else "list"
    name = _CONSTRAINTS[keyword]
    try:
        SchemaValidator(cast("CoreSchema", {"type": kind, name: limit}))
    except (SchemaError, ValueError, TypeError, OverflowError):
        return False
    return True


def _schema(type_: Type, stubs: Mapping[str, str]) -> Json:
    match type_:
        case Scalar(kind):
            return dict(_SCALARS[kind])
        case Named(name):
            return {"$ref": f"#/components/schemas/{name}"}
        case LinkTo(target):
            return {"$ref": f"#/components/schemas/{stubs[target]}"}
        case ListOf(item):
            return {"type": "array", "items": _schema(item, stubs)}
        case MapOf(value):
            return {"type": "object", "additionalProperties": _schema(value, stubs)}
        case Union(members) | Tagged(members=members):
            return {"anyOf": [_schema(member, stubs) for member in members]}
        case Literals(values, open_):
            closed: Json = {"enum": list(values)}
            kinds = dict.fromkeys(_PYTHON_TYPES[type(value)] for value in values)
            rest: list[Json] = [{"type": kind} for kind in kinds]
            return {"anyOf": [closed, *rest]} if open_ else closed
        case _:
            assert_never(type_)

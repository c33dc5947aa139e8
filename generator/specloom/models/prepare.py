"""Answer types as the JSON Schemas that datamodel-code-generator gets to see.

They are written from the IR, never copied from a description: names are Python names already, every object has one,
and no text, example, default or extension of a description is in them. What the engine cannot say (wire names,
documentation, discriminators) is added to its classes afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from pydantic_core import SchemaError, SchemaValidator, core_schema

from specloom.ir.types import (
    Field,
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
    without_null,
)
from specloom.spec.document import Json

__all__ = ["prepare_document"]

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
}

_PYTHON_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "integer"}


def prepare_document(types: Mapping[str, NamedType]) -> dict[str, Json]:
    """Return an OpenAPI document with one component for each named type.

    Aliases are empty objects there: references to them keep their name, and the class that the engine writes for them
    is not used.
    """
    schemas: dict[str, Json] = {name: _component(type_) for name, type_ in types.items()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "answers", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }


def _component(type_: NamedType) -> Json:
    if not isinstance(type_, ObjectType):
        return {"type": "object"}
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in type_.fields},
        "required": [field.name for field in type_.fields if field.required],
    }


def _property(field: Field) -> Json:
    constraints = {keyword: limit for keyword, limit in field.constraints.items() if _is_understood(keyword, limit)}
    if not constraints:
        return _schema(field.type)
    inner = _schema(without_null(field.type))
    if isinstance(inner, dict):
        inner = {**inner, **constraints}
        if accepts_null(field.type):
            inner["type"] = [inner["type"], "null"]
    return inner


def _is_understood(keyword: str, limit: Json) -> bool:
    """Tell whether pydantic can check this. Its regular expressions are not those of ECMA-262: they lack look-around."""
    if keyword != "pattern":
        return True
    try:
        SchemaValidator(core_schema.str_schema(pattern=str(limit)))
    except SchemaError:
        return False
    return True


def _schema(type_: Type) -> Json:
    match type_:
        case Scalar(kind):
            return dict(_SCALARS[kind])
        case Named(name):
            return {"$ref": f"#/components/schemas/{name}"}
        case ListOf(item):
            return {"type": "array", "items": _schema(item)}
        case MapOf(value):
            return {"type": "object", "additionalProperties": _schema(value)}
        case Union(members) | Tagged(members=members):
            return {"anyOf": [_schema(member) for member in members]}
        case Literals(values, open_):
            closed: Json = {"enum": list(values)}
            kinds = dict.fromkeys(_PYTHON_TYPES[type(value)] for value in values)
            rest: list[Json] = [{"type": kind} for kind in kinds]
            return {"anyOf": [closed, *rest]} if open_ else closed
        case _:
            assert_never(type_)

"""Answer types as the JSON Schemas that datamodel-code-generator gets to see.

They are written from the IR, never copied from a description: names are Python names already, every object has one,
and no text, example, default or extension of a description is in them. What the engine cannot say (wire names,
documentation, discriminators) is added to its classes afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never, cast

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

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

__all__ = ["UNIX_TIMES", "Question", "prepare_question"]

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


@dataclass(frozen=True, slots=True)
class Question:
    """What the engine is asked, and to which fields its answers belong."""

    document: Mapping[str, Json]
    """An OpenAPI document: a component for each named type and link, and one that has every property once."""
    component: str
    """The name of that one."""
    properties: Mapping[str, tuple[str, ...]]
    """Object type → for each of its fields, in their order, the property in `component` that is like it."""
    links: Mapping[str, str]
    """The component that stands for a link → the type that it leads to."""

    @property
    def names(self) -> tuple[str, ...]:
        """The properties of `component`, in their order."""
        return tuple(dict.fromkeys(name for names in self.properties.values() for name in names))


def prepare_question(types: Mapping[str, NamedType]) -> Question:
    """Return what to ask the engine about some types.

    Fields that are alike are one property, whatever object has them: the engine takes as long for each, and an API
    of 815 fields has 113 kinds of them. Named types, links and unix times are empty objects there: references to them
    keep their name, and the class that the engine writes for them is not used.
    """
    objects = [type_ for type_ in types.values() if isinstance(type_, ObjectType)]
    stubs = _link_stubs(types, objects)
    component = _free_name("Properties", types)
    written: dict[str, tuple[str, Json, bool]] = {}
    properties = {
        type_.name: tuple(_ask(written, _property(field, stubs), required=field.required) for field in type_.fields)
        for type_ in objects
    }
    schemas: dict[str, Json] = {name: {"type": "object"} for name in (*types, *stubs.values(), *UNIX_TIMES)}
    schemas[component] = {
        "type": "object",
        "properties": {name: schema for name, schema, _ in written.values()},
        "required": [name for name, _, required in written.values() if required],
    }
    document: dict[str, Json] = {
        "openapi": "3.1.0",
        "info": {"title": "answers", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    return Question(document, component, properties, {stub: target for target, stub in stubs.items()})


def _ask(written: dict[str, tuple[str, Json, bool]], schema: Json, *, required: bool) -> str:
    """Return the property that has this schema, and write it where none has."""
    key = json.dumps([schema, required])
    return written.setdefault(key, (f"property_{len(written)}", schema, required))[0]


def _link_stubs(types: Mapping[str, NamedType], objects: Iterable[ObjectType]) -> dict[str, str]:
    """Return the component that stands for a link to each type that links lead to: by the type's name."""
    prefix = _free_name("LinkTo", types)
    fields = [field for type_ in objects for field in type_.fields]
    return {target: f"{prefix}{target}" for field in fields for target in links_in(field.type)}


def _free_name(prefix: str, types: Collection[str]) -> str:
    while any(name.startswith(prefix) for name in types):
        prefix += "Type"
    return prefix


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
    from pydantic_core import SchemaError, SchemaValidator  # noqa: PLC0415 - slow, and not every command models types

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

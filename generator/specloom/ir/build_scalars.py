"""Scalars and enumerations: which format and which value is what in Python, and which keywords narrow it."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.ir.build_unions import union_of
from specloom.ir.types import Direction, ListOf, Literals, MapOf, Scalar, ScalarKind, Type, nullable, without_null
from specloom.spec.document import ABSENT, Json, Schema, SchemaType

__all__ = ["build_literals", "build_scalar", "constraints_of"]

_STRING_FORMATS: dict[str, ScalarKind] = {
    "date-time": "datetime",
    "date": "date",
    "time": "time",
    "uuid": "uuid",
    "decimal": "decimal",
    "binary": "bytes",
    "unix-time": "unix-time-text",
}
"""The formats that have a Python type (https://spec.openapis.org/registry/format/). All others stay text: checking them
costs more than decoding the answer."""

_TYPES: dict[SchemaType, ScalarKind] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "none",
}

_CONSTRAINTS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusive_minimum": "exclusiveMinimum",
    "exclusive_maximum": "exclusiveMaximum",
    "multiple_of": "multipleOf",
    "min_length": "minLength",
    "max_length": "maxLength",
    "min_items": "minItems",
    "max_items": "maxItems",
    "pattern": "pattern",
}


def build_scalar(kind: SchemaType, schema: Schema, direction: Direction) -> Scalar:
    """Return the type of a value that is no object and no array.

    Args:
        kind: Which of the schema's types is meant.
        schema: The schema.
        direction: Whether the server sends the value or the caller passes it in.
    """
    if kind == "string":
        scalar = _STRING_FORMATS.get(schema.format or "", "str")
        # JSON has no bytes: what an answer holds is text that stands for them in some encoding.
        return Scalar("str" if scalar == "bytes" and direction == "answer" else scalar)
    if kind == "integer" and schema.format == "unix-time":
        return Scalar("unix-time")
    return Scalar(_TYPES[kind])


def build_literals(values: tuple[Json, ...], schema: Schema, direction: Direction) -> Type:
    """Return the type of a schema that lists its values; those that are no literals give the types they have.

    Args:
        values: Its `enum`, or its `const` alone.
        schema: The schema.
        direction: Enumerations are open in answers, unless the schema says otherwise.
    """
    plain = tuple(value for value in values if isinstance(value, str | int | bool))
    others = [value for value in values if value is not None and not isinstance(value, str | int | bool)]
    if others or not plain:
        return union_of(tuple(_type_of_value(value) for value in values))
    open_ = schema.extension.get("open_enum", direction == "answer")
    constant = schema.const is not ABSENT
    type_: Type = Literals(plain, open=bool(open_) and not constant)
    return nullable(type_) if None in values or "null" in schema.types else type_


def constraints_of(schema: Schema, type_: Type) -> Mapping[str, Json]:
    """Return the JSON Schema keywords that narrow a value of this type; those of other types are left out."""
    inner = without_null(type_)
    match inner:
        case Scalar("str"):
            wanted = {"minLength", "maxLength", "pattern"}
        case Scalar("int" | "float" | "decimal"):
            wanted = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
        case ListOf():
            wanted = {"minItems", "maxItems"}
        case _:
            return {}
    found = {keyword: getattr(schema, attribute) for attribute, keyword in _CONSTRAINTS.items()}
    return {keyword: value for keyword, value in found.items() if keyword in wanted and value is not None}


def _type_of_value(value: Json) -> Type:
    match value:
        case None:
            return Scalar("none")
        case bool():
            return Scalar("bool")
        case int():
            return Scalar("int")
        case float():
            return Scalar("float")
        case str():
            return Scalar("str")
        case list():
            return ListOf(Scalar("any"))
        case _:
            return MapOf(Scalar("any"))

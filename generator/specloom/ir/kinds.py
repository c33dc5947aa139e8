"""Which kind of type a schema without references at its top is, told before it is built."""

from __future__ import annotations

from specloom.spec.document import ABSENT, Schema, SchemaType

__all__ = ["implied_kinds", "is_object", "is_plain"]


def implied_kinds(schema: Schema) -> tuple[SchemaType, ...]:
    """Return the types of a schema that names none: what its keywords are about."""
    if schema.properties:
        return ("object",)
    return ("array",) if schema.items or schema.prefix_items else ()


def is_object(schema: Schema) -> bool:
    """Tell whether every value is an object with known properties."""
    kinds = schema.types or ("object",)
    return bool(schema.properties) and kinds == ("object",) and not (schema.any_of or schema.one_of)


def is_plain(schema: Schema) -> bool:
    """Tell whether a schema is a bare scalar: a name for it would say less than the scalar does."""
    says_more = (
        schema.enum is not None
        or schema.const is not ABSENT
        or schema.any_of
        or schema.one_of
        or schema.properties
        or schema.items
        or schema.prefix_items
        or schema.additional_properties is not None
        or schema.pattern_properties
    )
    return not says_more and "object" not in schema.types and "array" not in schema.types

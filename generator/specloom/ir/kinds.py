"""Which kind of type a schema without references at its top is, told before it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specloom.spec.keywords import DESCRIBING

if TYPE_CHECKING:
    from specloom.spec.document import Schema
    from specloom.spec.keywords import SchemaType

_BESIDE_TYPES: Final = tuple(name for name in DESCRIBING if name != "types")


def implied_kinds(schema: Schema) -> tuple[SchemaType, ...]:
    """Return the types of a schema that names none: what its keywords are about."""
    if schema.properties or schema.pattern_properties:
        return ("object",)
    return ("array",) if schema.items or schema.prefix_items else ()


def is_object(schema: Schema) -> bool:
    """Tell whether every value is an object with known properties."""
    kinds = schema.types or ("object",)
    return bool(schema.properties) and kinds == ("object",) and not schema.choices


def is_plain(schema: Schema) -> bool:
    """Tell whether a schema is a bare scalar: a name for it would say less than the scalar does."""
    return not schema.says(_BESIDE_TYPES) and "object" not in schema.types and "array" not in schema.types

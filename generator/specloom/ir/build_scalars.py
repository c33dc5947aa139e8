"""Scalars and enumerations: which format and which value is what in Python, and which keywords narrow it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, cast

from specloom.ir.formats import EITHER, ENCODINGS, SCALARS, digits_of, kind_of
from specloom.ir.types import Direction, ListOf, Literals, MapOf, Scalar, TupleOf, Type, nullable, without_null
from specloom.ir.unions import union_of
from specloom.source import Json
from specloom.spec.document import ABSENT, Schema
from specloom.spec.keywords import BESIDE_TYPES, KEYWORDS, Keyword, SchemaType

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


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
    return not schema.says(BESIDE_TYPES) and "object" not in schema.types and "array" not in schema.types


_LITERALS: Final = 2**63


def build_scalar(kind: SchemaType, schema: Schema, direction: Direction) -> Scalar:
    """Return the type of a value that is no object and no array."""
    scalar = kind_of(kind, schema.format or ENCODINGS.get(schema.content_encoding or ""))
    if scalar == "decimal" and direction == "input":
        digits = schema.extension.get("digits", digits_of(schema.pattern))
        return Scalar(scalar, digits if isinstance(digits, int) else None)
    # JSON has no bytes: what an answer holds is text that stands for them in some encoding.
    return Scalar("str" if scalar == "bytes" and direction == "answer" else scalar)


def join_scalars(members: Iterable[Type]) -> tuple[Type, ...]:
    """Return the members of a union in answers: of what has one class but is written in two ways, one for both.

    Any text may be base64, so that it is text beside others.
    """
    found = tuple(members)
    if len(found) == 1:
        return found
    if sum(map(may_be_text, found)) > 1:
        found = tuple(Scalar("str") if each in _ENCODED else each for each in found)
    for pair, either in EITHER.items():
        both = {each.kind for each in found if isinstance(each, Scalar)} & pair
        if both == pair:
            others = tuple(each for each in found if not (isinstance(each, Scalar) and each.kind in pair))
            found = (Scalar(either), *others)
    return found


_ENCODED: Final = (Scalar("base64"), Scalar("base64url"))


def may_be_text(type_: Type) -> bool:
    """Tell whether some value of a type is written as text, whatever the members of a union are."""
    match type_:
        case Scalar(kind):
            return "string" in SCALARS[kind].json
        case Literals(values):
            return any(isinstance(value, str) for value in values)
        case _:
            return False


def build_literals(values: tuple[Json, ...], schema: Schema, direction: Direction) -> Type:
    """Return the type of a schema that lists its values; those that are no literals give the types they have.

    They are its `enum`, or its `const` alone. JSON Schema counts `1.0` as an integer (validation, 6.1.1).
    """
    if "integer" in schema.types and "number" not in schema.types:
        values = tuple(int(each) if isinstance(each, float) and each.is_integer() else each for each in values)
    plain = tuple(value for value in values if isinstance(value, str | int) and _is_literal(value))
    if not plain or not all(value is None or _is_literal(value) for value in values):
        return union_of(tuple(type_of_value(value) for value in values))
    type_: Type = Literals(plain, open=schema.const is ABSENT and is_open(schema, direction))
    return nullable(type_) if None in values or "null" in schema.types else type_


def is_open(schema: Schema, direction: Direction) -> bool:
    """Tell whether an enumeration may have further values: in answers, unless the schema says otherwise."""
    return bool(schema.extension.get("open_enum", direction == "answer"))


def _is_literal(value: Json) -> bool:
    """Tell whether a value can be a literal of Python: type checkers refuse long numbers as such."""
    return isinstance(value, str) or (isinstance(value, int) and abs(value) < _LITERALS)


def constraints_of(schema: Schema, type_: Type) -> Mapping[str, Json]:
    """Return the JSON Schema keywords that narrow a value of this type and that pydantic can check."""
    inner = without_null(type_)
    is_array = isinstance(inner, ListOf) or (isinstance(inner, TupleOf) and inner.rest is not None)
    limited_as = "array" if is_array else ""
    if isinstance(inner, Scalar):
        limited_as = SCALARS[inner.kind].limited_as
    limits = ((keyword, getattr(schema, keyword.attribute)) for keyword in _limits_of(limited_as))
    found = [(keyword, limit) for keyword, limit in limits if limit is not None]
    if not found:
        return {}
    places = len(inner.items) if isinstance(inner, TupleOf) else 0
    kind = (SCALARS[inner.kind].classes or (inner.kind,))[0] if isinstance(inner, Scalar) else "list"
    return {
        keyword.name: limit
        for keyword, limit in found
        if not (keyword.name == "minItems" and limit <= places)  # a tuple has these anyway
        and _is_understood(kind, keyword.pydantic, limit)
    }


@cache
def _limits_of(json_type: str) -> tuple[Keyword, ...]:
    """Return the keywords that narrow values of a JSON type and that pydantic can check."""
    return tuple(keyword for keyword in KEYWORDS.values() if keyword.pydantic and json_type in keyword.types)


def is_understood(pattern: str) -> bool:
    """Tell whether clients can look for a regular expression."""
    return _is_understood("str", "pattern", pattern)


def is_found(pattern: str, text: str) -> bool:
    """Tell whether a regular expression that clients can look for is found in a text."""
    from pydantic_core import SchemaValidator, core_schema  # noqa: PLC0415 - slow, and patterns are rare

    return SchemaValidator(core_schema.str_schema(pattern=pattern)).isinstance_python(text)


_PLAINLY_LIMITED: Final = ("float", "int", "list", "str")
_SURELY_READ: Final = 2**31
"""Whole numbers below this are lengths and bounds that pydantic takes, whichever the machine's integers are."""


@lru_cache(maxsize=None, typed=True)
def _is_understood(kind: str, constraint: str, limit: float | str) -> bool:
    """Tell whether pydantic can check this: its numbers have bounds, and its regular expressions no look-around.

    A model with a constraint that it cannot check would fail for every answer.
    """
    if kind == "decimal" and constraint == "multiple_of":  # Python has no remainder by a float, or of many digits
        return False
    least = 1 if constraint == "multiple_of" else 0
    if kind in _PLAINLY_LIMITED and type(limit) is int and least <= limit < _SURELY_READ:
        return True
    from pydantic_core import SchemaError, SchemaValidator  # noqa: PLC0415 - slow, and few limits need to be tried

    try:
        SchemaValidator(cast("CoreSchema", {"type": kind, constraint: limit}))
    except (SchemaError, ValueError, TypeError, OverflowError):
        return False
    return True


def type_of_value(value: Json) -> Type:
    """Return the type that a value has, whatever a schema says of it."""
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

"""What JSON values are read exactly, where pydantic's strict mode takes more or less than JSON Schema and RFC 3339 do.

Strict mode reads `"1700000000"` as a time, refuses `1.0` as an integer and gives numbers of 17 digits as the nearest
float. The schemas here put that right without a line of Python for each value. Outside of strict mode nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from pydantic_core import PydanticSerializationUnexpectedValue, core_schema

from .encoding import TimeAsItCame, decimal_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema
    from pydantic_core.core_schema import SerializationInfo

ASIDE: Final = "\0"
"""In the path of an error: it only says that another way to read the value failed as well."""
ARRAY: Final = "\1"
"""What the names of arrays among the members of a union begin with in the path of an error."""
_SAFE: Final = 2**53
"""Floats below it hold every integer."""
_FLOAT_DIGITS: Final = 15
"""Any number of so many digits is a float."""
_ZONE: Final = "(Z|[+-][0-9]{2}:?[0-9]{2})"
_TIME: Final = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6}0*)?"
_DATE: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_UUID: Final = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
_UUID_WITH_CAPITALS: Final = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
_PLAIN_DECIMAL: Final = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
"""Decimal numbers that are written back letter by letter."""
DECIMAL: Final = r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$"
_LIMITS: Final = ("gt", "ge", "lt", "le", "multiple_of")
_CONTAINED: Final = ("schema", "items_schema", "values_schema", "extras_schema", "fields")
_CONTAINERS: Final = frozenset(
    "model-fields model-field default nullable function-after definitions list tuple dict union tagged-union".split()
)
_MANY_DIGITS: Final = b"0" * 17
_TO_ZEROS: Final = bytes.maketrans(b"123456789.", b"0" * 10)
_LARGE_POWERS: Final = (b"0e000", b"0e+000", b"0e-000", b"0E000", b"0E+000", b"0E-000")
_NO_NUMBERS: Final = (b"NaN", b"Infinity")
"""What some servers write, and pydantic and Python read, though JSON has no such numbers."""
_MOST_DIGITS: Final = 40
_BEFORE_NUMBERS: Final = (b"", b":", b",", b"[", b"-", b" ", b"\n", b"\r", b"\t")
_LONG_NUMBER: Final = re.compile(rb"[\s:,\[]-?(?=[0-9]+\.)[0-9.]{17}|^-?(?=[0-9]+\.)[0-9.]{17}")


class Exact:
    """Marks a type whose values are read exactly."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return exactly(handler(source), handler)


EXACT: Final = Exact()


def exactly(schema: CoreSchema, handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return a schema that reads exactly in strict mode; models inside of it are left to themselves."""
    found = cast("dict[str, Any]", schema)
    if found["type"] == "model":
        return cast("CoreSchema", {**found, "schema": _exact(found["schema"], handler)})
    return cast("CoreSchema", _exact(found, handler))


def written_by(kind: type, write: Callable[[Any, SerializationInfo], object]) -> core_schema.SerSchema:
    """Return how pydantic writes values of a class as JSON. What came in the place of one goes back as it came."""

    def written(value: object, info: SerializationInfo) -> object:
        if not isinstance(value, kind):
            raise PydanticSerializationUnexpectedValue(f"Expected `{kind.__name__}`")
        return write(value, info)

    return core_schema.plain_serializer_function_ser_schema(written, info_arg=True, when_used="json")


def may_exceed_floats(text: bytes) -> bool:
    """Tell whether JSON text may have numbers that no float holds: of more digits, larger, smaller, or none of JSON."""
    zeros = text.translate(_TO_ZEROS)
    if _MANY_DIGITS in zeros and _LONG_NUMBER.search(text) is not None:
        return True
    return any(_has_number(text, word) for word in _NO_NUMBERS) or any(_has_number(zeros, end) for end in _LARGE_POWERS)


def _has_number(text: bytes, end: bytes) -> bool:
    """Tell whether a number ends so, whose digits are zeros before that; texts have the same behind other letters."""
    at = text.find(end)
    while at >= 0:
        if text[max(at - _MOST_DIGITS, 0) : at].rstrip(b"0")[-1:] in _BEFORE_NUMBERS:
            return True
        at = text.find(end, at + 1)
    return False


def read_number(text: str) -> float | Decimal:
    """Return a number of JSON text as a float, or as a `Decimal` where a float has not all of its digits."""
    number = float(text)
    if number and isfinite(number) and len(text) <= _FLOAT_DIGITS:
        return number
    try:
        exact = decimal_of(text)
    except ValueError:
        exact = Decimal(number)
    return number if isfinite(number) and Decimal(repr(number)) == exact else exact


def _exact(schema: dict[str, Any], handler: GetCoreSchemaHandler) -> Any:
    kind: str = schema["type"]
    if kind == "definition-ref":
        _define(cast("CoreSchema", schema), handler)
    elif kind in _CONTAINERS:
        found = {key: _contained(part, handler) if key in _CONTAINED else part for key, part in schema.items()}
        if kind == "union":
            found["choices"] = _choices(found["choices"], handler)
        elif kind == "tagged-union":
            found["choices"] = _contained(found["choices"], handler)
        holder = _holder(schema, handler)
        return found if holder is None else holder(found)
    elif kind in _SCALARS and "ref" not in schema:
        return _SCALARS[kind](schema)
    return schema


def _holder(schema: dict[str, Any], handler: GetCoreSchemaHandler) -> Any:
    """Return what makes the schema of members that are told by their names, as the note on their types has it."""
    members: dict[str, Any] = schema.get("values_schema") or schema.get("extras_schema") or {}
    holder = members.get("metadata", {}).get("holder")
    if holder is None and members.get("type") == "definition-ref":
        try:
            members = cast("dict[str, Any]", handler.resolve_ref_schema(cast("CoreSchema", members)))
        except LookupError:
            return None
        holder = members.get("metadata", {}).get("holder")
    return holder


def _contained(part: Any, handler: GetCoreSchemaHandler) -> Any:
    if isinstance(part, list):
        return [_exact(each, handler) for each in cast("list[dict[str, Any]]", part)]
    if not isinstance(part, dict):
        return part
    schemas = cast("dict[str, Any]", part)
    if isinstance(schemas.get("type"), str):
        return _exact(schemas, handler)
    return {name: _exact(each, handler) for name, each in schemas.items()}


def _choices(choices: list[Any], handler: GetCoreSchemaHandler) -> list[Any]:
    """Return the members of a union under the names that they have in errors without this module.

    Beside a number, `1.0` is none of the integers. Beside texts, only what is written back as it came is a decimal
    number: an id such as `007` or `1e3` is none.
    """
    pairs: list[tuple[dict[str, Any], str | None]] = [
        cast("tuple[dict[str, Any], str]", each) if isinstance(each, tuple) else (each, None) for each in choices
    ]
    kinds = {schema["type"] for schema, _ in pairs}
    found: list[Any] = []
    for schema, label in pairs:
        if schema["type"] == "decimal" and "str" in kinds:
            whole = _decimal(schema, _PLAIN_DECIMAL)
        else:
            whole = schema if schema["type"] == "int" and "float" in kinds else _exact(schema, handler)
        name = label or _name(schema)
        found.append((whole, name) if name else whole)
    return found


def _name(schema: dict[str, Any]) -> str | None:
    """Return what tells a schema from others in errors; None where pydantic's own name for it says as much."""
    kind: str = schema["type"]
    if kind == "literal":
        return f"literal[{','.join(map(repr, schema['expected']))}]"
    if kind in _SCALARS:
        return kind
    if kind == "tuple":
        goes_on = "variadic_item_index" in schema
        return f"{ARRAY}tuple[{len(schema['items_schema']) - goes_on}{', ...' if goes_on else ''}]"
    if kind in {"list", "dict"}:
        inner: dict[str, Any] = schema.get("items_schema" if kind == "list" else "values_schema", {"type": "any"})
        inside = _name(inner) or (inner["type"] if inner["type"] in {"any", "bool", "str"} else "")
        if inside:
            inside = inside.removeprefix(ARRAY)
            return f"{ARRAY}list[{inside}]" if kind == "list" else f"dict[str, {inside}]"
    return None


def _define(reference: CoreSchema, handler: GetCoreSchemaHandler) -> None:
    """Do it with an alias that contains itself, once; models have done it themselves."""
    try:
        found = cast("dict[str, Any]", handler.resolve_ref_schema(reference))
    except LookupError:  # a model that is not complete yet
        return
    metadata = found.setdefault("metadata", {})
    if found["type"] in _CONTAINERS and not metadata.get("exact"):
        metadata["exact"] = True
        found |= _exact(found, handler)


def _reading(schema: dict[str, Any], strict: CoreSchema, written: str) -> CoreSchema:
    """Return a schema that is another one in strict mode."""
    given = schema.get("serialization")
    own = core_schema.simple_ser_schema(cast("core_schema.ExpectedSerializationTypes", written))
    return core_schema.lax_or_strict_schema(cast("CoreSchema", schema), strict, serialization=given or own)


def _ways(*ways: tuple[CoreSchema, bool]) -> CoreSchema:
    """Return what reads a value in the first way that fits; errors are those of the ways that are marked."""
    choices: list[CoreSchema | tuple[CoreSchema, str]] = [
        (schema, ASIDE if is_told else f"{ASIDE}{number}") for number, (schema, is_told) in enumerate(ways)
    ]
    return core_schema.union_schema(choices, mode="left_to_right")


def _integer(schema: dict[str, Any]) -> CoreSchema:
    """JSON Schema counts `1.0` as an integer (validation, 6.1.1)."""
    node = cast("CoreSchema", schema)
    whole = core_schema.float_schema(multiple_of=1, lt=1e18, gt=-1e18)
    steps = [whole, core_schema.no_info_plain_validator_function(int), node]
    return _reading(schema, _ways((node, True), (core_schema.chain_schema(steps), False)), "int")


def _number(schema: dict[str, Any]) -> CoreSchema:
    """Integers that no float holds stay integers."""
    limits = {name: schema[name] for name in _LIMITS if name in schema}
    if any(abs(limit) >= _SAFE or limit != int(limit) for limit in limits.values()):
        return cast("CoreSchema", schema)
    finite = schema | {"allow_inf_nan": False}
    small: dict[str, Any] = {"lt": _SAFE, "gt": -_SAFE} | finite
    integer: dict[str, Any] = {"type": "int"} | {name: int(limit) for name, limit in limits.items()}
    ways = [(cast("CoreSchema", each), each is finite) for each in (small, integer, finite)]
    return _reading(schema, _ways(*ways), "any")


def _literal(schema: dict[str, Any]) -> CoreSchema:
    """True is no 1, which Python's comparison does not tell apart."""
    expected: list[Any] = schema["expected"]
    booleans = [each for each in expected if isinstance(each, bool)]
    integers = [each for each in expected if isinstance(each, int) and not isinstance(each, bool)]
    others = [each for each in expected if not isinstance(each, int)]
    if len(others) == len(expected):
        return cast("CoreSchema", schema)
    kinds = ((core_schema.bool_schema(), booleans), (_integer({"type": "int"}), integers))
    ways: list[CoreSchema | tuple[CoreSchema, str]] = [
        core_schema.chain_schema([kind, core_schema.literal_schema(values)]) for kind, values in kinds if values
    ]
    ways += [core_schema.literal_schema(others)] if others else []
    *first, last = map(repr, expected)
    told = f"{', '.join(first)} or {last}" if first else last
    strict = core_schema.custom_error_schema(
        core_schema.union_schema(ways, mode="left_to_right"), "literal_error", custom_error_context={"expected": told}
    )
    return _reading(schema, strict, "any")


def _text(schema: dict[str, Any], described: str, *ways: tuple[str, Any], limited: bool = False) -> CoreSchema:
    """Return a schema for values that are read from text of a pattern, by a function of Python's."""
    read: list[CoreSchema] = []
    for pattern, function in ways:
        steps: list[CoreSchema] = [
            core_schema.str_schema(pattern=pattern),
            core_schema.no_info_plain_validator_function(function),
        ]
        read.append(core_schema.chain_schema([*steps, cast("CoreSchema", schema)] if limited else steps))
    return _of_text(schema, described, *read)


def _of_text(schema: dict[str, Any], described: str, *ways: CoreSchema) -> CoreSchema:
    # The usual way comes first and bare: what wraps it would cost each value.
    usual = [(each, False) for each in ways[:-1]]
    message = f"Input should be {described}"
    last = core_schema.custom_error_schema(ways[-1], schema["type"], custom_error_message=message)
    strict = _ways(*usual, (last, True)) if usual else last
    return _reading(schema, core_schema.json_or_python_schema(strict, cast("CoreSchema", schema)), schema["type"])


def _date_time(schema: dict[str, Any]) -> CoreSchema:
    found = _text(
        schema,
        "a date-time of RFC 3339, with an offset, six digits of a second at most and no leap second",
        (f"^{_DATE}[Tt ]{_TIME}{_ZONE}$", datetime.fromisoformat),
        (f"^{_DATE}[Tt ]{_TIME}z$", _in_capitals),
    )
    lenient = core_schema.no_info_wrap_validator_function(_leniently, cast("CoreSchema", schema))
    return cast("CoreSchema", {**found, "lax_schema": lenient})


def _in_capitals(text: str) -> datetime:
    return datetime.fromisoformat(text.upper())


def _leniently(value: object, read: Callable[[object], datetime]) -> datetime:
    found = read(value)
    is_told = isinstance(value, str) and found.tzinfo is None
    return TimeAsItCame.of(found.isoformat()) if is_told else found


def _date(schema: dict[str, Any]) -> CoreSchema:
    return _text(schema, "a date of RFC 3339", (f"^{_DATE}$", date.fromisoformat))


def _time(schema: dict[str, Any]) -> CoreSchema:
    described = "a time of RFC 3339, with six digits of a second at most and no leap second"
    return _text(schema, described, (f"^{_TIME}{_ZONE}?$", time.fromisoformat))


def _decimal(schema: dict[str, Any], pattern: str = DECIMAL) -> CoreSchema:
    """Python would write small numbers with an exponent."""
    limited = not schema.keys().isdisjoint({*_LIMITS, "max_digits", "decimal_places"})
    plainly = {**schema, "serialization": written_by(Decimal, lambda value, _: f"{value:f}")}
    return _text(plainly, "a decimal number as text", (pattern, decimal_of), limited=limited)


def _uuid(schema: dict[str, Any]) -> CoreSchema:
    """Other texts that Python reads as one, such as 32 digits, would be sent back with other letters."""
    plainly = {**schema, "serialization": written_by(UUID, lambda value, _: str(value))}
    from_text = cast("CoreSchema", {**schema, "strict": False})
    with_capitals = core_schema.no_info_plain_validator_function(_WithCapitals)
    ways = (
        core_schema.chain_schema([core_schema.str_schema(pattern=pattern), read])
        for pattern, read in ((_UUID, from_text), (_UUID_WITH_CAPITALS, with_capitals))
    )
    return _of_text(plainly, "a UUID of RFC 9562, with its hyphens", *ways)


class _WithCapitals(UUID):
    """A UUID that goes back with the capitals that it came with."""

    __slots__ = ("_came",)
    _came: str

    def __init__(self, text: str) -> None:
        super().__init__(text)
        object.__setattr__(self, "_came", text)

    def __str__(self) -> str:
        return self._came

    def __repr__(self) -> str:
        return f"UUID({self._came!r})"

    def __reduce__(self) -> tuple[type[UUID], tuple[str]]:
        return _WithCapitals, (self._came,)


_SCALARS: Final[Mapping[str, Any]] = {
    "int": _integer,
    "float": _number,
    "datetime": _date_time,
    "date": _date,
    "time": _time,
    "decimal": _decimal,
    "uuid": _uuid,
    "literal": _literal,
}

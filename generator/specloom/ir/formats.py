"""Scalars and formats as two tables: what Python has for a value of JSON, and how that is spelt, written and checked.

A new format is a row of `FORMATS`; one whose values Python has another class for is a row of `SCALARS` as well.
Source of the names: https://spec.openapis.org/registry/format/, and JSON Schema 2020-12, validation 7.3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final, Literal, get_args

from specloom.record import record
from specloom.source import Json
from specloom.spec.keywords import SchemaType

ScalarKind = Literal[
    "any",
    "none",
    "str",
    "int",
    "float",
    "bool",
    "bytes",
    "base64",
    "base64url",
    "datetime",
    "date",
    "time",
    "uuid",
    "decimal",
    "decimal-number",
    "unix-time",
    "unix-time-text",
    "number-or-text",
    "decimal-or-text",
    "unix-time-or-text",
]


@record
class ScalarForm:
    """What generated code does with a scalar."""

    response: str
    """Its annotation in responses."""
    request: str
    """Its annotation in requests."""
    json: tuple[SchemaType, ...] = ("string",)
    """The types of the JSON values that it is read from; an integer counts as a number."""
    limited_as: Literal["", "string", "number"] = ""
    """Whose keywords pydantic can check on it, where it can check any."""
    classes: tuple[ScalarKind, ...] = ()
    """The kinds that the annotation in responses amounts to, where it is no class of its own."""
    accepted: tuple[ScalarKind, ...] = ()
    """The kinds that the annotation in requests amounts to, where it is no class of its own."""
    shape: str = ""
    """What writes it, where the wire has it otherwise than any value of its class is written."""
    sample: str = '"text"'
    """The expression of a value, as examples show one."""


_TIME: Final[tuple[ScalarKind, ...]] = ("datetime",)
_A_TIME: Final = "datetime.datetime(2026, 1, 31, 12, 30, tzinfo=datetime.timezone.utc)"
_A_DECIMAL: Final = 'decimal.Decimal("1.50")'

SCALARS: Final[Mapping[ScalarKind, ScalarForm]] = {
    "any": ScalarForm("_Any", "object", get_args(SchemaType)),
    "none": ScalarForm("None", "None", ("null",), sample="None"),
    "str": ScalarForm("str", "str", limited_as="string"),
    "int": ScalarForm("int", "int", ("number",), "number", sample="1"),
    "float": ScalarForm("float", "float", ("number",), "number", sample="1.5"),
    "bool": ScalarForm("bool", "bool", ("boolean",), sample="True"),
    "bytes": ScalarForm("bytes", "bytes", sample='b"content"'),
    "base64": ScalarForm(
        "_Base64",
        "bytes | str",
        classes=("bytes",),
        accepted=("bytes", "str"),
        shape="_BASE64",
        sample='b"content"',
    ),
    "base64url": ScalarForm(
        "_Base64Url",
        "bytes | str",
        classes=("bytes",),
        accepted=("bytes", "str"),
        shape="_BASE64_URL",
        sample='b"content"',
    ),
    "datetime": ScalarForm("_datetime.datetime", "_datetime.datetime", sample=_A_TIME),
    "date": ScalarForm("_datetime.date", "_datetime.date", sample="datetime.date(2026, 1, 31)"),
    "time": ScalarForm("_datetime.time", "_datetime.time", sample="datetime.time(12, 30)"),
    "uuid": ScalarForm(
        "_UUID", "_UUID | str", accepted=("uuid", "str"), sample='uuid.UUID("12345678-1234-4234-8234-123456789abc")'
    ),
    "decimal": ScalarForm(
        "_Decimal",
        "_Decimal | int | str",
        ("string", "number"),
        "number",
        accepted=("decimal", "int", "str"),
        shape="_DECIMAL_TEXT",
        sample=_A_DECIMAL,
    ),
    "decimal-number": ScalarForm(
        "_DecimalNumber",
        "_Decimal | float",
        ("number",),
        "number",
        classes=("decimal",),
        accepted=("decimal", "float"),
        shape="_DECIMAL_NUMBER",
        sample=_A_DECIMAL,
    ),
    "unix-time": ScalarForm(
        "_UnixTime",
        "_datetime.datetime | _datetime.date | int",
        ("number",),
        classes=_TIME,
        accepted=("datetime", "date", "int"),
        shape="_UNIX_TIME",
        sample=_A_TIME,
    ),
    "unix-time-text": ScalarForm(
        "_UnixTimeText",
        "_datetime.datetime | _datetime.date | int | str",
        classes=_TIME,
        accepted=("datetime", "date", "int", "str"),
        shape="_UNIX_TIME_TEXT",
        sample=_A_TIME,
    ),
    "number-or-text": ScalarForm("_Text", "str | int", ("string", "number"), classes=("str",), accepted=("str", "int")),
    "decimal-or-text": ScalarForm(
        "_DecimalOrText", "_DecimalOrText", ("string", "number"), classes=("decimal",), sample=_A_DECIMAL
    ),
    "unix-time-or-text": ScalarForm(
        "_UnixTimeOrText", "_UnixTimeOrText", ("string", "number"), classes=_TIME, sample=_A_TIME
    ),
}

EITHER: Final[Mapping[frozenset[ScalarKind], ScalarKind]] = {
    frozenset({"decimal", "decimal-number"}): "decimal-or-text",
    frozenset({"unix-time", "unix-time-text"}): "unix-time-or-text",
}
"""Kinds of one class, which answers may write in either way → the one that goes back as it came. Answers only."""

SCALAR_MODULES: Final[Mapping[str, str]] = {
    "datetime": "",
    "decimal": "Decimal",
    "uuid": "UUID",
    "._runtime.features.decimals": "DECIMAL_NUMBER DECIMAL_TEXT decimal_text",
    "._runtime.features.decimal_numbers": "DecimalNumber",
    "._runtime.features.encoded_bytes": "BASE64 BASE64_URL Base64 Base64Url",
    "._runtime.features.either": "DecimalOrText UnixTimeOrText",
    "._runtime.features.seconds": "UNIX_TIME UNIX_TIME_TEXT",
    "._runtime.features.texts": "Text",
    "._runtime.features.times": "UnixTime UnixTimeText",
}
"""Module → the names in `SCALARS` that come from it, without their underscore; an empty text for the module itself."""

_PLAIN: Final[Mapping[SchemaType, ScalarKind]] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "none",
}


@record
class Format:
    """A format that clients know."""

    kind: ScalarKind
    check: Callable[[Any], object]
    """Tells whether a value of its type is written in it, or raises ValueError or ArithmeticError if not."""


_DATE_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)", re.ASCII)
"""RFC 3339, 5.6, and the offset without its colon, which clients read as well."""
_FULL_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FULL_TIME: Final = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

_BASE64: Final = re.compile(r"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_BASE64_URL: Final = re.compile(r"([\w-]{4})*([\w-]{2}(==)?|[\w-]{3}=?)?", re.ASCII)

FORMATS: Final[Mapping[tuple[SchemaType, str], Format]] = {
    ("string", "date-time"): Format(
        "datetime", lambda text: _DATE_TIME.fullmatch(text) and datetime.fromisoformat(text)
    ),
    ("string", "date"): Format("date", lambda text: _FULL_DATE.fullmatch(text) and date.fromisoformat(text)),
    ("string", "time"): Format("time", lambda text: _FULL_TIME.fullmatch(text) and [time.fromisoformat(text)]),
    ("string", "uuid"): Format("uuid", _UUID.fullmatch),
    ("string", "decimal"): Format("decimal", lambda text: Decimal(text).is_finite()),
    ("number", "decimal"): Format("decimal-number", lambda _: True),
    ("string", "binary"): Format("bytes", lambda _: True),
    ("string", "byte"): Format("base64", _BASE64.fullmatch),
    ("string", "base64url"): Format("base64url", _BASE64_URL.fullmatch),
    ("string", "unix-time"): Format("unix-time-text", lambda text: text.removeprefix("-").isdecimal()),
    ("integer", "unix-time"): Format("unix-time", lambda _: True),
    ("integer", "int32"): Format("int", lambda number: -(2**31) <= number < 2**31),
    ("integer", "int64"): Format("int", lambda number: -(2**63) <= number < 2**63),
}
"""By the type of its values, and its name. All others stay text or numbers: checking costs more than decoding."""

KNOWN_FORMATS: Final = frozenset(name for _, name in FORMATS) | frozenset(
    "duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uri-template "
    "json-pointer relative-json-pointer regex int8 int16 uint8 uint16 uint32 uint64 float double double-int decimal128 "
    "byte base64url password char commonmark html http-date media-range sf-string sf-integer sf-decimal sf-boolean "
    "sf-token sf-binary unixtime".split()
)
"""The names of formats that somebody has written down."""


_LAST_DIGITS: Final = re.compile(r".*\\\.(?:\\d|\[0-9\])\{(\d{1,2})\}\$", re.DOTALL)
"""A pattern that ends in a point and so many digits."""


def digits_of(pattern: str | None) -> int | None:
    """Return how many digits behind the point a text has that matches a pattern; None where that may differ."""
    found = _LAST_DIGITS.fullmatch(pattern or "")
    return int(found[1]) if found and "|" not in (pattern or "") else None


ENCODINGS: Final[Mapping[str, str]] = {"base64": "byte", "base64url": "base64url"}
"""What texts are encoded in, as `contentEncoding` has it → the format that says the same."""


def kind_of(type_: SchemaType, format: str | None) -> ScalarKind:
    """Return the kind of a value that is no object and no array."""
    known = FORMATS.get((type_, format or ""))
    return known.kind if known else _PLAIN[type_]


def fits_format(format: str, value: Json) -> bool:
    """Tell whether a value is written in a format. Any value is where the format is unknown or not about its kind."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return True
    known = FORMATS.get(("string" if isinstance(value, str) else "integer", format))
    try:
        return known is None or bool(known.check(value))
    except (ValueError, ArithmeticError):
        return False

"""Python values → JSON values and JSON text."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any, TypeAlias, cast

from .unset import UNSET

__all__ = ["UNIX_TIME", "UNIX_TIME_TEXT", "Json", "Shape", "either", "encode", "json_bytes"]

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """How an object given as a dict with Python keys is called on the wire.

    Lists are looked through: the shape of a list is the shape of its items.
    """

    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Python key → member name. Keys that are not in here go out unchanged."""
    nested: Callable[[], Mapping[str, Shape]] = dict
    """Gives Python key → shape of the value; a function, so that a shape can contain itself."""
    each: Shape | None = None
    """For maps with free keys: the shape of every value that has none in `nested`."""
    seconds: Callable[[int], Json] | None = None
    """For times that travel as seconds since 1970: what writes the number."""


def either(*shapes: Shape) -> Shape:
    """Return the shape of an object that has one of several: what their keys are called together."""

    def nested() -> Mapping[str, Shape]:
        return {key: inner for shape in shapes for key, inner in shape.nested().items()}

    names = {key: name for shape in shapes for key, name in shape.names.items()}
    each = next((shape.each for shape in shapes if shape.each), None)
    return Shape(names, nested, each, next((shape.seconds for shape in shapes if shape.seconds), None))


UNIX_TIME = Shape(seconds=int)
UNIX_TIME_TEXT = Shape(seconds=str)

_AS_IS = (str, int, bool, type(None))


def encode(value: object, shape: Shape | None = None) -> Json:
    """Return `value` as JSON: models by alias with what was set, times as RFC 3339, Decimal as text, bytes as base64.

    Raises:
        ValueError: A number is NaN or infinite, or a value has no JSON form.
    """
    if shape is not None and shape.seconds is not None and isinstance(value, datetime | int):
        return shape.seconds(int(value.timestamp()) if isinstance(value, datetime) else value)
    if type(value) in _AS_IS:
        return cast("str | int | bool | None", value)
    if isinstance(value, Mapping):
        return _encode_object(cast("Mapping[object, object]", value), shape)
    if isinstance(value, Enum):
        return encode(value.value)
    if isinstance(value, float | Decimal):
        if not isfinite(value):
            raise ValueError(f"{value} is no JSON number")
        return value if isinstance(value, float) else format(value, "f")
    if isinstance(value, bytes | bytearray):
        return b64encode(value).decode()
    if hasattr(value, "model_dump"):
        return cast("Json", cast("Any", value).model_dump(mode="json", by_alias=True, exclude_unset=True))
    if isinstance(value, Collection | Iterator) and not isinstance(value, str):
        return [encode(item, shape) for item in cast("Iterable[object]", value)]
    return _encode_scalar(value)


def _encode_object(value: Mapping[object, object], shape: Shape | None) -> dict[str, Json]:
    members: dict[str, Json] = {}
    shape = shape or _NO_SHAPE
    nested = shape.nested()
    for key, item in value.items():
        if item is not UNSET:
            name = str(encode(key))
            members[shape.names.get(name, name)] = encode(item, nested.get(name, shape.each))
    return members


def _encode_scalar(value: object) -> Json:
    from pydantic_core import to_jsonable_python

    encoded: Json = to_jsonable_python(value)
    return encoded


def json_bytes(value: Json) -> bytes:
    """Return compact UTF-8 JSON text.

    Raises:
        ValueError: A number is NaN or infinite (RFC 8259, section 6), or a text holds half a surrogate pair.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


_NO_SHAPE = Shape()

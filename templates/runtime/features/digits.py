"""Numbers of JSON with the digits that they are written with, which a float would lose: for types that want them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Self, cast, get_origin

from ..encoding import MARK, Dump, decimal_of, marked
from ..exact import read_number
from ..kinds import (
    Reading,
    further_members,
    is_array,
    is_model,
    is_object,
    is_opaque,
    model_members,
    parts_of,
    reading_of,
)

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core.core_schema import SerializationInfo

    from ..encoding import Json

_LOSSY = rb"[0-9]\.[0-9]*0(?![0-9])|[0-9.]{17}|[0-9][eE]"
"""Numbers that a float would have with other digits: those that end in zero, long ones, and such with an exponent."""
_ENDS = rb"(?=\s*+(?:[,\]}]|$))"
_TO_ZEROS = bytes.maketrans(b"123456789E+", b"000000000e-")
"""Makes fractions and exponents all alike: what begins with the same two bytes is found many times faster."""
_FRACTION = rb"\.(0++)" + _ENDS
"""All fractions of numbers, and perhaps more: parts of texts can look so."""
_OTHER_FRACTION = rb"\.(?!0{%d}(?!0))0++" + _ENDS
"""Those with another number of digits."""
_EXPONENT = rb"0e-?0++" + _ENDS
_FLOAT = rb"[:,\[]\s*+(-?[0-9]++(?:\.[0-9]++(?:[eE][-+]?[0-9]++)?|[eE][-+]?[0-9]++))" + _ENDS
"""All numbers that pydantic reads as floats, behind what stands before them, and perhaps more."""

_written: ContextVar[Callable[[float], str]] = ContextVar("_written", default=repr)
"""What writes a float with the digits that it has in the JSON text which pydantic reads."""


class Digits(float):
    """A number of JSON with a fraction or an exponent, and the digits that it is written with."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> Self:
        """Read the number."""
        number = super().__new__(cls, text)
        number.text = text
        return number


class _KeepingDigits(Reading):
    """Reads numbers so that `decimal_from` finds their digits."""

    def reader(self, content: bytes, kind: Any, usual: Callable[..., Any]) -> Callable[..., Any] | None:
        write: Callable[[float], str] | None = repr
        if re.search(_LOSSY, content):
            write = None if _hides_digits(kind) else _digits_in(content)
        if write is None:
            return None
        as_written = write

        def read(text: bytes, **options: bool) -> Any:
            token = _written.set(as_written)
            try:
                return usual(text, **options)
            finally:
                _written.reset(token)

        return read

    def number(self, text: str) -> object:
        number = read_number(text)
        if isinstance(number, Decimal) or repr(number) == text:
            return number
        try:
            _ = decimal_of(text)
        except ValueError:
            return number
        return Digits(text)

    def complete(self, found: Any, value: Any) -> Any:
        kind: Any = found.__class__
        if kind is Decimal:
            return Decimal(value.text) if isinstance(value, Digits) else found
        if is_opaque(kind):
            return found.holding(value)
        if is_model(kind) and is_object(value):
            self._complete_model(found, value)
        elif is_object(found) and is_object(value):
            return {key: self.complete(item, value[key]) for key, item in found.items()}
        elif is_array(found) and is_array(value):
            return [self.complete(item, inner) for item, inner in zip(found, value, strict=True)]
        return found

    def _complete_model(self, model: BaseModel, value: Mapping[str, Any]) -> None:
        fields, further = vars(model), further_members(type(model))
        for member in model_members(type(model)):
            if member.alias in value and reading_of(member.kind) is self:
                fields[member.name] = self.complete(fields[member.name], value[member.alias])
        if model.model_extra and reading_of(further) is self:
            for name, found in model.model_extra.items():
                model.model_extra[name] = self.complete(found, value[name])


DIGITS: Final = _KeepingDigits()
"""Marks a type that is made of numbers by `decimal_from`."""


@cache
def _hides_digits(kind: Any) -> bool:
    """Return whether a type may have such numbers inside of something opaque, where they are looked for later on."""
    return any(is_opaque(get_origin(node)) and get_origin(node).reading is DIGITS for node in parts_of(kind))


def _digits_in(text: bytes) -> Callable[[float], str] | None:
    """Return what writes each float of JSON text with the digits that it has there; None where one has several.

    Most servers write prices with two of them behind the point, each time: then it is simple.
    """
    alike = text.translate(_TO_ZEROS)
    places = len(first[1]) if (first := re.search(_FRACTION, alike)) else 0
    if places and not re.search(_OTHER_FRACTION % places, alike) and not re.search(_EXPONENT, alike):
        return f"%.{places}f".__mod__
    known: dict[float, str] = {}
    for number in set(re.findall(_FLOAT, b"," + text)):
        written = number.decode()
        if known.setdefault(float(written), written) != written:
            return None
    return known.__getitem__


def decimal_from(number: float) -> Decimal:
    """Return a number that is being read with all of its digits.

    Raises:
        ValueError: It has an exponent beyond all use.
    """
    return decimal_of(number.text if isinstance(number, Digits) else _written.get()(number))


def write_decimal(value: Decimal, info: SerializationInfo) -> float | str:
    """Return what stands for a decimal number in JSON: a float, unless `encode` asks, which keeps digits."""
    if not isinstance(info.context, Dump):
        return float(value)
    info.context.finish = _put_numbers_into
    return marked(value)


def _put_numbers_into(value: Json) -> Json:
    """Return a value with decimal numbers in the place of the texts that stand for them."""
    if isinstance(value, dict):
        return {name: _put_numbers_into(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_put_numbers_into(item) for item in value]
    if isinstance(value, str) and value.startswith(MARK):
        return cast("Json", Decimal(value.removeprefix(MARK)))
    return value

"""Decimal numbers, as JSON numbers and as texts, with the digits that they have."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias, cast

import pydantic

from ..encoding import Decimals, Digits, Json, finite
from .shapes import Shape

if TYPE_CHECKING:
    from pydantic import SerializationInfo

__all__ = ["DECIMAL_NUMBER", "DECIMAL_TEXT", "DecimalNumber", "decimal_text"]


def _read(value: object) -> object:
    return Decimal(value.text) if isinstance(value, Digits) else value


def _written(value: Decimal, info: SerializationInfo) -> float | str:
    """Return what stands for the number in JSON: a float, unless `encode` asks, which keeps digits."""
    return info.context.mark(value) if isinstance(info.context, Decimals) else float(value)


DecimalNumber: TypeAlias = Annotated[
    Decimal, Digits, pydantic.BeforeValidator(_read), pydantic.PlainSerializer(_written, when_used="json")
]
"""A decimal number that travels as a JSON number."""


def _number(value: Decimal | float) -> Json:
    return cast("Json", finite(value))


def _text(value: Decimal | float) -> Json:
    return format(finite(_decimal(value)), "f")


def _decimal(value: Decimal | float) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(repr(value))


DECIMAL_NUMBER: Final = Shape(amount=_number)
DECIMAL_TEXT: Final = Shape(amount=_text)


def decimal_text(digits: int) -> Shape:
    """Return the shape of numbers that travel as text with so many digits behind the point."""
    return Shape(amount=_with(digits))


def _with(digits: int) -> Callable[[Decimal | float], Json]:
    def write(value: Decimal | float) -> Json:
        number = finite(_decimal(value))
        text = f"{number:.{digits}f}"
        if Decimal(text) != number:
            raise ValueError(f"{number} has more than {digits} digits behind the point, and the API takes no more")
        return text

    return write

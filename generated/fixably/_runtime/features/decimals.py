"""Decimal numbers that callers pass in, written as JSON numbers and as texts, with the digits that they have."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, cast

from ..encoding import Json, finite
from .shapes import Shape


def _number(value: Decimal | float) -> Json:
    return cast("Json", finite(value))


def _text(value: Decimal | float) -> Json:
    return format(finite(_decimal(value)), "f")


def _decimal(value: Decimal | float) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(repr(value))


_NUMBERS: Final = (Decimal, float, int)
DECIMAL_NUMBER: Final = Shape(kinds=_NUMBERS, write=_number)
DECIMAL_TEXT: Final = Shape(kinds=_NUMBERS, write=_text)


def decimal_text(digits: int) -> Shape:
    """Return the shape of numbers that travel as text with so many digits behind the point."""

    def write(value: Decimal | float) -> Json:
        number = finite(_decimal(value))
        text = f"{number:.{digits}f}"
        if Decimal(text) != number:
            raise ValueError(f"{number} has more than {digits} digits behind the point, and the API takes no more")
        return text

    return Shape(kinds=_NUMBERS, write=write)

"""Decimal numbers in answers: JSON numbers that keep the digits they have."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic_core import PydanticKnownError, core_schema

from ..encoding import decimal_of
from ..exact import written_by
from .digits import DIGITS, Digits, decimal_from, write_decimal

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class _FromNumbers:
    """Reads numbers with their digits, and text in the place of a number leniently only."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        lax = core_schema.no_info_before_validator_function(_with_digits, handler(source))
        exact = core_schema.no_info_plain_validator_function(_read)
        return core_schema.lax_or_strict_schema(
            lax,
            core_schema.json_or_python_schema(exact, lax),
            serialization=written_by(Decimal, write_decimal),
        )


def _with_digits(value: object) -> object:
    return decimal_of(value.text if isinstance(value, Digits) else value) if isinstance(value, Digits | str) else value


def _read(value: object) -> Decimal:
    if isinstance(value, float) and isfinite(value):
        return decimal_from(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise PydanticKnownError("finite_number" if isinstance(value, float) else "float_type")


DecimalNumber: TypeAlias = Annotated[Decimal, DIGITS, _FromNumbers()]
"""A decimal number that travels as a JSON number."""

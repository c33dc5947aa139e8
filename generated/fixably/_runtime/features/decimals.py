"""Decimal numbers, as JSON numbers and as texts, with the digits that they have."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias, cast

from pydantic_core import core_schema

from ..encoding import Decimals, Digits, Json, finite
from .shapes import Shape

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema
    from pydantic_core.core_schema import SerializationInfo

__all__ = ["DECIMAL_NUMBER", "DECIMAL_TEXT", "DecimalNumber", "decimal_text"]


class _FromNumbers:
    """Reads numbers with their digits, where `Digits` has them, and text in place of a number leniently only."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - as pydantic has it
        lax = core_schema.no_info_before_validator_function(_with_digits, handler(source))
        number = core_schema.union_schema([core_schema.float_schema(allow_inf_nan=False), core_schema.int_schema()])
        read = core_schema.no_info_plain_validator_function(_read)
        exact = core_schema.chain_schema([core_schema.custom_error_schema(number, "float_type"), read])
        return core_schema.lax_or_strict_schema(
            lax,
            core_schema.json_or_python_schema(exact, lax),
            serialization=core_schema.plain_serializer_function_ser_schema(_written, info_arg=True, when_used="json"),
        )


def _with_digits(value: object) -> object:
    return Decimal(value.text) if isinstance(value, Digits) else value


def _read(number: float) -> Decimal:
    return Decimal(str(number))


def _written(value: Decimal, info: SerializationInfo) -> float | str:
    """Return what stands for the number in JSON: a float, unless `encode` asks, which keeps digits."""
    return info.context.mark(value) if isinstance(info.context, Decimals) else float(value)


DecimalNumber: TypeAlias = Annotated[Decimal, Digits, _FromNumbers()]
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

    def write(value: Decimal | float) -> Json:
        number = finite(_decimal(value))
        text = f"{number:.{digits}f}"
        if Decimal(text) != number:
            raise ValueError(f"{number} has more than {digits} digits behind the point, and the API takes no more")
        return text

    return Shape(amount=write)

"""Times and decimal numbers that a server writes as numbers or as texts; they go back as they came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic_core import core_schema

from ..encoding import decimal_of, finite
from ..exact import DECIMAL, written_by
from .digits import DIGITS, decimal_from, write_decimal
from .times import as_seconds, read_seconds
from .times_as_text import SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema
    from pydantic_core.core_schema import SerializationInfo

_NUMBER = core_schema.union_schema([core_schema.float_schema(allow_inf_nan=False), core_schema.int_schema()])


class _TimeOfNumber(datetime):
    """A time that came as a number."""

    __slots__ = ()


class _DecimalOfText(Decimal):
    """A number that came as text."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Either:
    """Reads both ways exactly."""

    pattern: str
    described: str
    kind: type
    read: Callable[[object], object]
    write: Callable[[Any, SerializationInfo], object]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        read = core_schema.no_info_plain_validator_function(self.read)
        both = core_schema.union_schema([_NUMBER, core_schema.str_schema(pattern=self.pattern)])
        described = core_schema.custom_error_schema(both, "number_or_text", custom_error_message=self.described)
        return core_schema.lax_or_strict_schema(
            read,
            core_schema.json_or_python_schema(core_schema.chain_schema([described, read]), read),
            serialization=written_by(self.kind, self.write),
        )


def _read_time(value: object) -> datetime:
    time = read_seconds(value)
    return _TimeOfNumber.fromtimestamp(time.timestamp(), UTC) if isinstance(value, int | float) else time


def _write_time(value: datetime, _: SerializationInfo) -> int | float | str:
    seconds = as_seconds(value)
    return seconds if isinstance(value, _TimeOfNumber) else str(seconds)


def _read_decimal(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return finite(value)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError("no decimal number")  # noqa: TRY004 - pydantic makes a finding of it
    if isinstance(value, str):
        return _DecimalOfText(decimal_of(value))
    if isinstance(value, float):
        return decimal_from(value)
    return Decimal(value)


def _write_decimal(value: Decimal, info: SerializationInfo) -> float | str:
    return f"{value:f}" if isinstance(value, _DecimalOfText) else write_decimal(value, info)


UnixTimeOrText: TypeAlias = Annotated[
    datetime,
    _Either(SECONDS, "Input should be seconds since 1970, or such as text", datetime, _read_time, _write_time),
]
"""Unix seconds as a JSON number or as text."""

DecimalOrText: TypeAlias = Annotated[
    Decimal,
    DIGITS,
    _Either(
        DECIMAL,
        "Input should be a decimal number, or one as text",
        Decimal,
        _read_decimal,
        _write_decimal,
    ),
]
"""A decimal number as a JSON number or as text."""

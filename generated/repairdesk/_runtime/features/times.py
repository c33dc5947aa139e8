"""Times that travel as seconds since 1970-01-01 UTC; in Python they are aware datetimes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic_core import PydanticCustomError, core_schema

from ..encoding import refuse_naive
from ..exact import written_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


def read_seconds(value: object) -> datetime:
    """Return the time of seconds since 1970, as a number or as text; refuse what no calendar has."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError("no seconds since 1970")  # noqa: TRY004 - pydantic makes a finding of it
    try:
        return datetime.fromtimestamp(value if isinstance(value, float) else int(value), UTC)
    except (OverflowError, OSError, ValueError):  # of which pydantic would let two through, and quote the value
        raise PydanticCustomError("calendar", "Input should be a time that a calendar has") from None


def as_seconds(value: datetime) -> int | float:
    """Return the seconds since 1970, whole ones as an integer."""
    refuse_naive(value)
    seconds = value.timestamp()
    return int(seconds) if seconds % 1 == 0 else seconds


class Seconds:
    """Reads seconds leniently as a number or as text, and in strict mode as they are described only."""

    def __init__(self, described: CoreSchema, write: Callable[[datetime], object]) -> None:
        self._described = described
        self._write = write

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        read = core_schema.no_info_before_validator_function(read_seconds, handler(source))
        steps = [self._described, core_schema.no_info_plain_validator_function(read_seconds)]
        exact = core_schema.chain_schema(steps)
        return core_schema.lax_or_strict_schema(
            read,
            core_schema.json_or_python_schema(exact, read),
            serialization=written_by(datetime, lambda value, _: self._write(value)),
        )


_NUMBER = core_schema.union_schema([core_schema.int_schema(), core_schema.float_schema()])

UnixTime: TypeAlias = Annotated[datetime, Seconds(core_schema.custom_error_schema(_NUMBER, "int_type"), as_seconds)]
"""Unix seconds as a JSON number."""

"""Times that travel as seconds since 1970-01-01 UTC, as a number or as text; in Python they are aware datetimes."""

from datetime import UTC, datetime
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, PlainSerializer

__all__ = ["UnixTime", "UnixTimeText"]


def _read(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError("no seconds since 1970")  # noqa: TRY004 - pydantic makes a finding of it
    try:
        return datetime.fromtimestamp(value if isinstance(value, float) else int(value), UTC)
    except (OverflowError, OSError):  # which pydantic would let through
        raise ValueError("no time that a calendar has") from None


def _seconds(value: datetime) -> int | float:
    seconds = value.timestamp()
    return int(seconds) if seconds % 1 == 0 else seconds


def _text(value: datetime) -> str:
    return str(_seconds(value))


UnixTime: TypeAlias = Annotated[datetime, BeforeValidator(_read), PlainSerializer(_seconds, when_used="json")]
"""Unix seconds as a JSON number."""

UnixTimeText: TypeAlias = Annotated[datetime, BeforeValidator(_read), PlainSerializer(_text, when_used="json")]
"""Unix seconds as JSON text."""

"""Times that callers pass in, and that travel as seconds since 1970-01-01 UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from ..encoding import refuse_naive
from .shapes import Shape


def _seconds_of(value: date | int) -> int:
    """Return the seconds since 1970 of a time; of a day, when it begins in UTC, in which they are counted."""
    if isinstance(value, int):
        return value
    if not isinstance(value, datetime):
        return int(datetime(value.year, value.month, value.day, tzinfo=UTC).timestamp())
    refuse_naive(value)
    return int(value.timestamp())


UNIX_TIME: Final = Shape(kinds=(date, int), write=_seconds_of)
UNIX_TIME_TEXT: Final = Shape(kinds=(date, int), write=lambda value: str(_seconds_of(value)))

"""Times that travel as the text of seconds since 1970-01-01 UTC; in Python they are aware datetimes."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, TypeAlias

from pydantic_core import core_schema

from .times import Seconds, as_seconds

SECONDS = "^-?[0-9]+$"
"""What they look like."""
_TEXT = core_schema.custom_error_schema(
    core_schema.str_schema(pattern=SECONDS), "seconds", custom_error_message="Input should be seconds as text"
)

UnixTimeText: TypeAlias = Annotated[datetime, Seconds(_TEXT, lambda value: str(as_seconds(value)))]
"""Unix seconds as JSON text."""

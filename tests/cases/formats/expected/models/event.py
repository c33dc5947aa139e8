# Generated from the description of Events by specloom; edits will be lost.

"""`Event`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Event"]


class Event(Model):
    """Event."""

    id: UUID

    starts_at: Annotated[datetime.datetime, Field(alias="startsAt")]

    day: datetime.date

    doors: datetime.time | None = None

    price: Decimal | None = None

    fee: float | None = None

    seats: Annotated[int | None, Field(ge=0, lt=1000)] = None

    score: Annotated[float | None, Field(multiple_of=0.5)] = None

    contact: str | None = None

    poster: str | None = None

    code: Annotated[str | None, Field(min_length=4, pattern="^[A-Z]{2}-\\d+$")] = None

    site: str | None = None

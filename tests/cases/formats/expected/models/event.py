# Generated from the description of Events by specloom; edits will be lost.

"""`Event`."""

from __future__ import annotations

import datetime as _datetime
from decimal import Decimal as _Decimal
from typing import Annotated as _Annotated
from uuid import UUID as _UUID

from pydantic import Field as _Field

from .._runtime.features.decimal_numbers import DecimalNumber as _DecimalNumber
from .._runtime.features.encoded_bytes import Base64 as _Base64
from .._runtime.model import Model as _Model

__all__ = ["Event"]


class Event(_Model):
    """Event."""

    id: _UUID

    starts_at: _Annotated[_datetime.datetime, _Field(alias="startsAt")]

    day: _datetime.date

    doors: _datetime.time | None = None

    price: _Decimal | None = None

    fee: _DecimalNumber | None = None

    seats: _Annotated[int | None, _Field(ge=0, lt=1000)] = None

    score: _Annotated[float | None, _Field(multiple_of=0.5)] = None

    contact: str | None = None

    poster: _Base64 | None = None

    code: _Annotated[str | None, _Field(min_length=4, pattern="^[A-Z]{2}-\\d+$")] = None

    site: str | None = None

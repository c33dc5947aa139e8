# Generated from the description of Readings by specloom; edits will be lost.

"""`Reading`, `ReadingOriginSensor`, `ReadingOriginOption2`."""

from __future__ import annotations

import datetime as _datetime

from .._runtime.model import Model as _Model
from .value import Value

__all__ = ["Reading", "ReadingOriginOption2", "ReadingOriginSensor"]


class Reading(_Model):
    """Reading."""

    id: str | int

    at: _datetime.datetime | float | None = None

    value: Value | None = None

    origin: ReadingOriginSensor | ReadingOriginOption2 | None = None


class ReadingOriginSensor(_Model):
    """Sensor."""

    serial: str


class ReadingOriginOption2(_Model):
    """ReadingOriginOption2."""

    person: str

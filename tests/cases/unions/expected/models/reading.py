# Generated from the description of Readings by specloom; edits will be lost.

"""`Reading`, `ReadingOriginSensor`, `ReadingOriginOption2`."""

from __future__ import annotations

import datetime

from .._runtime.model import Model
from .value import Value

__all__ = ["Reading", "ReadingOriginOption2", "ReadingOriginSensor"]


class Reading(Model):
    """Reading."""

    id: str | int

    at: datetime.datetime | float | None = None

    value: Value | None = None

    origin: ReadingOriginSensor | ReadingOriginOption2 | None = None


class ReadingOriginSensor(Model):
    """Sensor."""

    serial: str


class ReadingOriginOption2(Model):
    """ReadingOriginOption2."""

    person: str

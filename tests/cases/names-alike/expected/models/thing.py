# Generated from the description of Things by specloom; edits will be lost.

"""`Thing`, `ThingNested0356b2`, `ThingNested`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Thing", "ThingNested", "ThingNested0356b2"]


class Thing(Model):
    """Thing."""

    t: str

    T: int | None = None

    empty: Annotated[str | None, Field(alias="")] = None

    commercial_at: Annotated[str | None, Field(alias="@")] = None

    serialNo: str | None = None

    serial_no: str | None = None

    serial_no_: Annotated[str | None, Field(alias="serial-no")] = None

    serial_no_a07e42: Annotated[str | None, Field(alias="serial.no")] = None

    class__: Annotated[str | None, Field(alias="_class")] = None

    class_: Annotated[str | None, Field(alias="class")] = None

    nested: ThingNested0356b2 | None = None

    Nested: ThingNested | None = None


class ThingNested0356b2(Model):
    """ThingNested0356b2."""

    b: str | None = None


class ThingNested(Model):
    """ThingNested."""

    c: str | None = None

# Generated from the description of Things by specloom; edits will be lost.

"""`Thing`, `ThingNested`, `ThingNestedccb1b6`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["Thing", "ThingNested", "ThingNestedccb1b6"]


class Thing(_Model):
    """Thing."""

    t: str

    T: int | None = None

    empty: _Annotated[str | None, _Field(alias="")] = None

    commercial_at: _Annotated[str | None, _Field(alias="@")] = None

    serialNo: str | None = None

    serial_no: str | None = None

    serial_no_: _Annotated[str | None, _Field(alias="serial-no")] = None

    serial_no_a07e42: _Annotated[str | None, _Field(alias="serial.no")] = None

    class__: _Annotated[str | None, _Field(alias="_class")] = None

    class_: _Annotated[str | None, _Field(alias="class")] = None

    nested: ThingNested | None = None

    Nested: ThingNestedccb1b6 | None = None


class ThingNested(_Model):
    """ThingNested."""

    b: str | None = None


class ThingNestedccb1b6(_Model):
    """ThingNestedccb1b6."""

    c: str | None = None

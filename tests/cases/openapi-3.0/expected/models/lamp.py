# Generated from the description of Lamps by specloom; edits will be lost.

"""`Lamp`."""

from __future__ import annotations

from typing import Annotated as _Annotated, Literal as _Literal

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .dimmer import Dimmer

__all__ = ["Lamp"]


class Lamp(_Model):
    """Lamp."""

    watts: _Annotated[float, _Field(gt=0)]

    room: str | None = None

    color: _Literal["warm", "cold"] | str | None = None

    photo: str | None = None

    dimmer: Dimmer | None = None

# Generated from the description of Lamps by specloom; edits will be lost.

"""`Lamp`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .._runtime.model import Model
from .dimmer import Dimmer

__all__ = ["Lamp"]


class Lamp(Model):
    """Lamp."""

    watts: Annotated[float, Field(gt=0.0)]

    room: str | None = None

    color: Literal["warm", "cold"] | str | None = None

    photo: str | None = None

    dimmer: Dimmer | None = None

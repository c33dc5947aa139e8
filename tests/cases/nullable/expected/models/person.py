# Generated from the description of People by specloom; edits will be lost.

"""`Person`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .home import Home

__all__ = ["Person"]


class Person(Model):
    """Person."""

    nickname: Annotated[str | None, Field(max_length=20)]

    motto: str | None = None

    age: Annotated[int | None, Field(ge=0)]

    mother: Person | None

    friends: list[Person] | None = None

    home: Home | None = None

    nothing: None = None

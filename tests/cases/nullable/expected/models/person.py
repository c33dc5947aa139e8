# Generated from the description of People by specloom; edits will be lost.

"""`Person`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .home import Home

__all__ = ["Person"]


class Person(_Model):
    """Person."""

    nickname: _Annotated[str | None, _Field(max_length=20)]

    motto: str | None = None

    age: _Annotated[int | None, _Field(ge=0)]

    mother: Person | None

    friends: list[Person] | None = None

    home: Home | None = None

    nothing: None = None

# Generated from the description of Dogs by specloom; edits will be lost.

"""`Puppy`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .dog import Dog

__all__ = ["Puppy"]


class Puppy(_Model):
    """An animal that barks."""

    name: _Annotated[str, _Field(max_length=40)]

    age: _Annotated[int | None, _Field(ge=0, le=30)] = None

    breed: str

    mother: Dog
    """Who bore it."""

# Generated from the description of Dogs by specloom; edits will be lost.

"""`Dog`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Dog"]


class Dog(Model):
    """An animal that barks."""

    name: Annotated[str, Field(max_length=40)]

    age: Annotated[int | None, Field(ge=0, le=30)] = None

    breed: str

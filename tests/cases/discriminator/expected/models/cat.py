# Generated from the description of Pets by specloom; edits will be lost.

"""`Cat`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Cat"]


class Cat(Model):
    """Cat."""

    pet_type: Annotated[str, Field(alias="petType")]

    hunting_skill: Annotated[str | None, Field(alias="huntingSkill")] = None

# Generated from the description of Pets by specloom; edits will be lost.

"""`Cat`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["Cat"]


class Cat(_Model):
    """Cat."""

    pet_type: _Annotated[str, _Field(alias="petType")]

    hunting_skill: _Annotated[str | None, _Field(alias="huntingSkill")] = None

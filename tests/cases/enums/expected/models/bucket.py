# Generated from the description of Paint by specloom; edits will be lost.

"""`Bucket`."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .color import Color

__all__ = ["Bucket"]


class Bucket(Model):
    """Bucket."""

    color: Color

    size: Literal[1, 5, 10] | int | None = None

    finish: Literal["matt", "gloss"] | str | None = None

    kind: Literal["bucket"]

    grade: Literal["a", "b"] | None = None

    washable: Literal[True] | bool | None = None

# Generated from the description of Paint by specloom; edits will be lost.

"""`Bucket`."""

from __future__ import annotations

from typing import Literal as _Literal

from .._runtime.model import Model as _Model
from .color import Color

__all__ = ["Bucket"]


class Bucket(_Model):
    """Bucket."""

    color: Color

    size: _Literal[1, 5, 10] | int | None = None

    finish: _Literal["matt", "gloss"] | str | None = None

    kind: _Literal["bucket"]

    grade: _Literal["a", "b"] | None = None

    washable: _Literal[True] | bool | None = None

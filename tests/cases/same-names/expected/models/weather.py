# Generated from the description of Weather by specloom; edits will be lost.

"""`Weather`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .content import Content

__all__ = ["Weather"]


class Weather(_Model):
    """Weather."""

    sunny: bool | None = None

    content: Content | None = None

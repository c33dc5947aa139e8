# Generated from the description of Weather by specloom; edits will be lost.

"""`Weather`."""

from __future__ import annotations

from .._runtime.model import Model
from .content_model import ContentModel

__all__ = ["Weather"]


class Weather(Model):
    """Weather."""

    sunny: bool | None = None

    content: ContentModel | None = None

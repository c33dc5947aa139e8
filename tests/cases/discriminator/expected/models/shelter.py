# Generated from the description of Pets by specloom; edits will be lost.

"""`Shelter`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .pet import Pet

__all__ = ["Shelter"]


class Shelter(_Model):
    """Shelter."""

    pets: list[Pet]

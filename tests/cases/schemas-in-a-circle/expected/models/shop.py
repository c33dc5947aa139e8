# Generated from the description of Bookshop by specloom; edits will be lost.

"""`Shop`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .author import Author

__all__ = ["Shop"]


class Shop(_Model):
    """Shop."""

    authors: list[Author] | None = None

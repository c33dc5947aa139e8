# Generated from the description of Bookshop by specloom; edits will be lost.

"""`Author`, `Book`, `Publisher`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .city import City

__all__ = ["Author", "Book", "Publisher"]


class Author(_Model):
    """Author."""

    books: list[Book] | None = None


class Book(_Model):
    """Book."""

    publisher: Publisher | None = None


class Publisher(_Model):
    """Publisher."""

    authors: list[Author] | None = None

    city: City | None = None

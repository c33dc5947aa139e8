# Generated from the description of Bookshop by specloom; edits will be lost.

"""`Author`, `Book`, `Publisher`."""

from __future__ import annotations

from .._runtime.model import Model
from .city import City

__all__ = ["Author", "Book", "Publisher"]


class Author(Model):
    """Author."""

    books: list[Book] | None = None


class Book(Model):
    """Book."""

    publisher: Publisher | None = None


class Publisher(Model):
    """Publisher."""

    authors: list[Author] | None = None

    city: City | None = None

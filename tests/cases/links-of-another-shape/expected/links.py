# Generated from the description of Orders by specloom; edits will be lost.

"""A link to a resource."""

from __future__ import annotations

from typing import TypeVar

from ._runtime.links import Link as BaseLink

__all__ = ["Link"]

T_co = TypeVar("T_co", covariant=True)


class Link(BaseLink[T_co]):
    """A link to a resource."""

    __slots__ = ()
    address = ("meta", "url")
    identifier = ("key",)
    bare = frozenset(["key", "meta"])

# Generated from the description of Orders by specloom; edits will be lost.

"""Links to other resources."""

from __future__ import annotations

from typing import TypeVar as _TypeVar

from ._runtime.features.links import Link as _BaseLink

__all__ = ["Link"]

_T_co = _TypeVar("_T_co", covariant=True)


class Link(_BaseLink[_T_co]):
    """A link to a resource."""

    __slots__ = ()
    address = ("meta", "url")
    identifier = ("key",)
    bare = frozenset(["key", "meta"])

# Generated from the description of Fixably API by specloom; edits will be lost.

"""Links to other resources."""

from __future__ import annotations

from typing import TypeVar as _TypeVar

from ._runtime.features.collections import Collection as _BaseCollection
from ._runtime.features.expand import in_parentheses as _in_parentheses
from ._runtime.features.paging_offset import Offset as _Offset

__all__ = ["Collection"]

_T_co = _TypeVar("_T_co", covariant=True)
_I_co = _TypeVar("_I_co", covariant=True)


class Collection(_BaseCollection[_T_co, _I_co]):
    """A link to a collection, whose pages and items are of these types: `client.items` reads them all."""

    __slots__ = ()
    paging = _Offset("offset", items="items", total="total_items", page="page")
    expand = ("expand", _in_parentheses)

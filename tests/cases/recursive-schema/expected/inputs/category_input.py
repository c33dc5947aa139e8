# Generated from the description of Catalogue by specloom; edits will be lost.

"""`CategoryInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Items as _Items, Shape as _Shape

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping, Sequence as _Sequence
    from typing import NotRequired as _NotRequired

    from ..models.category import Category

__all__ = ["CategoryInput"]


class CategoryInput(_TypedDict):
    """CategoryInput."""

    display_name: str

    parent: _NotRequired[CategoryInput | Category]

    children: _NotRequired[_Sequence[CategoryInput | Category]]

    by_name: _NotRequired[_Mapping[str, CategoryInput | Category]]


CATEGORY_INPUT: _Shape = _Shape(
    {"display_name": "displayName", "by_name": "byName"},
    lambda: {
        "parent": CATEGORY_INPUT,
        "children": _Items(CATEGORY_INPUT),
        "by_name": _Shape(each=CATEGORY_INPUT, full=True),
    },
    given=["display_name", "parent", "children", "by_name"],
)

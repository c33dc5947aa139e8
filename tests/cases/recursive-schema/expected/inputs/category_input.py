# Generated from the description of Catalogue by specloom; edits will be lost.

"""`CategoryInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import NotRequired

    from ..models.category import Category

__all__ = ["CategoryInput"]


class CategoryInput(TypedDict):
    """CategoryInput."""

    display_name: str

    parent: NotRequired[CategoryInput | Category]

    children: NotRequired[Sequence[CategoryInput | Category]]

    by_name: NotRequired[Mapping[str, CategoryInput | Category]]


CATEGORY_INPUT: Shape = Shape(
    {"display_name": "displayName", "by_name": "byName"},
    lambda: {
        "parent": CATEGORY_INPUT,
        "children": CATEGORY_INPUT,
        "by_name": Shape(each=CATEGORY_INPUT),
    },
)

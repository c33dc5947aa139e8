# Generated from the description of Orders by specloom; edits will be lost.

"""`SearchOrdersQInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import Shape

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["SearchOrdersQInput"]


class SearchOrdersQInput(TypedDict):
    """SearchOrdersQInput."""

    is_open: bool

    total: NotRequired[float]


SEARCH_ORDERS_Q_INPUT: Shape = Shape({"is_open": "isOpen"})

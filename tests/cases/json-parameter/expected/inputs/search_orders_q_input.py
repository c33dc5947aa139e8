# Generated from the description of Orders by specloom; edits will be lost.

"""`SearchOrdersQInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["SearchOrdersQInput"]


class SearchOrdersQInput(_TypedDict):
    """SearchOrdersQInput."""

    is_open: bool

    total: _NotRequired[float]


SEARCH_ORDERS_Q_INPUT: _Shape = _Shape(
    {"is_open": "isOpen"}, given=["is_open", "total"], numbers=["total"]
)

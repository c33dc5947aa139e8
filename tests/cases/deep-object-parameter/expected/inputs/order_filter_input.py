# Generated from the description of Orders by specloom; edits will be lost.

"""`OrderFilterInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    import datetime as _datetime
    from typing import Literal as _Literal, NotRequired as _NotRequired

__all__ = ["OrderFilterInput"]


class OrderFilterInput(_TypedDict):
    """Which orders are meant."""

    created_after: _NotRequired[_datetime.datetime]
    """Later than this."""

    state: _NotRequired[_Literal["open", "closed"]]


ORDER_FILTER_INPUT: _Shape = _Shape(
    {"created_after": "createdAfter"}, given=["created_after", "state"]
)

# Generated from the description of Orders by specloom; edits will be lost.

"""`OrderFilterInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import Shape

if TYPE_CHECKING:
    import datetime
    from typing import Literal, NotRequired

__all__ = ["OrderFilterInput"]


class OrderFilterInput(TypedDict):
    """Which orders are meant."""

    created_after: NotRequired[datetime.datetime]
    """Later than this."""

    state: NotRequired[Literal["open", "closed"]]


ORDER_FILTER_INPUT: Shape = Shape({"created_after": "createdAfter"})

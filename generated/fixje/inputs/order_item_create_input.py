# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`OrderItemCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import Shape

if TYPE_CHECKING:
    from typing import NotRequired
    from uuid import UUID

__all__ = ["OrderItemCreateInput"]


class OrderItemCreateInput(TypedDict):
    """One product to be ordered."""

    sku: NotRequired[str]
    """Stock keeping unit of the product."""

    quantity: NotRequired[int]
    """How many."""

    price: NotRequired[float]
    """Price of one piece."""

    partner_reference: NotRequired[str]
    """The partner's own reference of the item."""

    stock_id: NotRequired[UUID | str]
    """Id of the product's stock to take it from."""


ORDER_ITEM_CREATE_INPUT: Shape = Shape(
    {"partner_reference": "partnerReference", "stock_id": "stockId"}
)

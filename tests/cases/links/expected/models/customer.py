# Generated from the description of Orders by specloom; edits will be lost.

"""`Customer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .order_page import OrderPage
else:
    OrderPage = later(__name__, "order_page", "OrderPage")

__all__ = ["Customer"]


class Customer(Model):
    """Customer."""

    name: str | None = None

    orders: Link[OrderPage] | None = None

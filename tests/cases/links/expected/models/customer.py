# Generated from the description of Orders by specloom; edits will be lost.

"""`Customer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.links import Link as _Link, lazy as _lazy
from .._runtime.model import Model as _Model

if TYPE_CHECKING:
    from .order_page import OrderPage

if not TYPE_CHECKING:
    OrderPage = _lazy(__name__, "order_page", "OrderPage")

__all__ = ["Customer"]


class Customer(_Model):
    """Customer."""

    name: str | None = None

    orders: _Link[OrderPage] | None = None

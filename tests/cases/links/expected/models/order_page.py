# Generated from the description of Orders by specloom; edits will be lost.

"""`OrderPage`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .order import Order

__all__ = ["OrderPage"]


class OrderPage(_Model):
    """Nothing but a link leads here."""

    items: list[Order] | None = None

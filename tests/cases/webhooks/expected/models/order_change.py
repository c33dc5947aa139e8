# Generated from the description of Workshop by specloom; edits will be lost.

"""`OrderChange`, `OrderChangeCustomer`."""

from __future__ import annotations

from typing import Literal as _Literal

from .._runtime.model import Model as _Model

__all__ = ["OrderChange", "OrderChangeCustomer"]


class OrderChange(_Model):
    """OrderChange."""

    id: int

    action: _Literal["created", "edited"] | str

    customer: OrderChangeCustomer | None = None


class OrderChangeCustomer(_Model):
    """OrderChangeCustomer."""

    name: str | None = None

# Generated from the description of Workshop by specloom; edits will be lost.

"""`OrderChange`, `OrderChangeCustomer`."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model

__all__ = ["OrderChange", "OrderChangeCustomer"]


class OrderChange(Model):
    """OrderChange."""

    id: int

    action: Literal["created", "edited"] | str

    customer: OrderChangeCustomer | None = None


class OrderChangeCustomer(Model):
    """OrderChangeCustomer."""

    name: str | None = None

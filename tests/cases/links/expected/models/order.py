# Generated from the description of Orders by specloom; edits will be lost.

"""`Order`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any as _Any

from .._runtime.features.links import Link as _Link, lazy as _lazy
from .._runtime.model import Model as _Model

if TYPE_CHECKING:
    from .customer import Customer
    from .state import State

if not TYPE_CHECKING:
    Customer = _lazy(__name__, "customer", "Customer")
    State = _lazy(__name__, "state", "State")

__all__ = ["Order"]


class Order(_Model):
    """Order."""

    id: int | None = None

    customer: _Link[Customer]
    """Who pays."""

    previous: _Link[Order] | None = None

    copies: list[_Link[Order]] | None = None

    state: _Link[State] | str | None = None

    note: _Link[_Any] | None = None
    """A link to we know not what."""

# Generated from the description of Orders by specloom; edits will be lost.

"""`Order`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.links import Link, later
from .._runtime.model import Model
from .link_model import LinkModel

if TYPE_CHECKING:
    from .customer import Customer
    from .state import State
else:
    Customer = later(__name__, "customer", "Customer")
    State = later(__name__, "state", "State")

__all__ = ["Order"]


class Order(Model):
    """Order."""

    id: int | None = None

    customer: Link[Customer]
    """Who pays."""

    previous: Link[Order] | None = None

    copies: list[Link[Order]] | None = None

    state: Link[State] | str | None = None

    note: LinkModel | None = None
    """A link to we know not what."""

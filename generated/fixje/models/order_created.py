# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`OrderCreated`."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from .._runtime.model import Model

__all__ = ["OrderCreated"]


class OrderCreated(Model):
    """What became of an order that was placed."""

    order_id: Annotated[UUID | None, Field(alias="orderId")] = None
    """Id of the new order."""

    reference: str | None = None
    """The partner's own reference."""

    creation_warnings: Annotated[list[str] | None, Field(alias="creationWarnings")] = None
    """What to know about the order that was made, for people."""

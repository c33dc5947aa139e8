# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`OrderCreated`."""

from __future__ import annotations

from typing import Annotated as _Annotated
from uuid import UUID as _UUID

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["OrderCreated"]


class OrderCreated(_Model):
    """What became of an order that was placed."""

    order_id: _Annotated[_UUID | None, _Field(alias="orderId")] = None
    """Id of the new order."""

    reference: str | None = None
    """The partner's own reference."""

    creation_warnings: _Annotated[list[str] | None, _Field(alias="creationWarnings")] = None
    """What to know about the order that was made, for people."""

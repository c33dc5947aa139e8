# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`OrderList`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .order import Order

__all__ = ["OrderList"]


class OrderList(Model):
    """One page of orders."""

    status_code: Annotated[str | None, Field(alias="statusCode")] = None
    """How the call went. The values are not documented."""

    total_count: Annotated[int | None, Field(alias="totalCount")] = None
    """How many orders there are on all pages."""

    data: list[Order] | Order | None = None
    """The orders of this page. One order may stand there without an array around it."""

# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""`OrderList`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .order import Order

__all__ = ["OrderList"]


class OrderList(_Model):
    """One page of orders."""

    status_code: _Annotated[str | None, _Field(alias="statusCode")] = None
    """How the call went. The values are not documented."""

    total_count: _Annotated[int | None, _Field(alias="totalCount")] = None
    """How many orders there are on all pages."""

    data: list[Order] | Order | None = None
    """The orders of this page. One order may stand there without an array around it."""

# Generated from the description of Orders by specloom; edits will be lost.

"""`ListOrdersHeaders`."""

from __future__ import annotations

import datetime as _datetime
from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.header_fields import HeaderFields as _HeaderFields

__all__ = ["ListOrdersHeaders"]


class ListOrdersHeaders(_HeaderFields):
    """Header fields of the answer to `GET /orders`."""

    x_total: _Annotated[int | None, _Field(alias="X-Total")] = None
    """How many there are."""

    x_changed: _Annotated[_datetime.datetime | None, _Field(alias="X-Changed")] = None

    x_stores: _Annotated[list[int] | None, _Field(alias="X-Stores")] = None

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Stock`."""

from __future__ import annotations

import datetime as _datetime
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy

if TYPE_CHECKING:
    from .location import Location
    from .store import Store

if not TYPE_CHECKING:
    Location = _lazy(__name__, "location", "Location")
    Store = _lazy(__name__, "store", "Store")

__all__ = ["Stock"]


class Stock(_LinkedModel):
    """A stock of products at a service location or in a store."""

    href: str | None = None
    """Address of this stock."""

    id: int | None = None
    """Id of the stock."""

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the stock was created."""

    name: str | None = None
    """Name of the stock."""

    description: str | None = None
    """What the stock is for."""

    location: _Link[Location] | None = None
    """Service location that the stock belongs to."""

    store: _Link[Store] | None = None
    """Store that the stock belongs to."""

    is_default: _Annotated[bool | None, _Field(alias="isDefault")] = None
    """Whether it is the default stock."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Stock`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .location import Location
    from .store import Store
else:
    Location = later(__name__, "location", "Location")
    Store = later(__name__, "store", "Store")

__all__ = ["Stock"]


class Stock(Model):
    """A stock of products at a service location or in a store."""

    href: str | None = None
    """Address of this stock."""

    id: int | None = None
    """Id of the stock."""

    created_at: Annotated[datetime.datetime | None, Field(alias="createdAt")] = None
    """When the stock was created."""

    name: str | None = None
    """Name of the stock."""

    description: str | None = None
    """What the stock is for."""

    location: Link[Location] | None = None
    """Service location that the stock belongs to."""

    store: Link[Store] | None = None
    """Store that the stock belongs to."""

    is_default: Annotated[bool | None, Field(alias="isDefault")] = None
    """Whether it is the default stock."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`File`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model
from .file_type import FileType

if TYPE_CHECKING:
    from .order import Order
    from .user import User
else:
    Order = later(__name__, "order", "Order")
    User = later(__name__, "user", "User")

__all__ = ["File"]


class File(Model):
    """A file that was uploaded to Fixably or made there."""

    href: str | None = None
    """Address of this file's entry, not of its content."""

    id: int | None = None
    """Id of the file."""

    name: str | None = None
    """Name of the file."""

    size: int | None = None
    """Size in bytes."""

    type: FileType | None = None
    """What the file is."""

    public: bool | None = None
    """Whether the customer can see it."""

    created_at: Annotated[datetime.datetime | None, Field(alias="createdAt")] = None
    """When the file was uploaded."""

    created_by: Annotated[Link[User] | None, Field(alias="createdBy")] = None
    """User who uploaded it."""

    url: str | None = None
    """Where the content can be downloaded."""

    order: Link[Order] | None = None
    """Order that the file belongs to, if there is one."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`File`."""

from __future__ import annotations

import datetime as _datetime
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from .file_type import FileType

if TYPE_CHECKING:
    from .order import Order
    from .user import User

if not TYPE_CHECKING:
    Order = _lazy(__name__, "order", "Order")
    User = _lazy(__name__, "user", "User")

__all__ = ["File"]


class File(_LinkedModel):
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

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the file was uploaded."""

    created_by: _Annotated[_Link[User] | None, _Field(alias="createdBy")] = None
    """User who uploaded it."""

    url: str | None = None
    """Where the content can be downloaded."""

    order: _Link[Order] | None = None
    """Order that the file belongs to, if there is one."""

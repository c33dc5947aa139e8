# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderTask`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy

if TYPE_CHECKING:
    from .task import Task
    from .user import User

if not TYPE_CHECKING:
    Task = _lazy(__name__, "task", "Task")
    User = _lazy(__name__, "user", "User")

__all__ = ["OrderTask"]


class OrderTask(_LinkedModel):
    """A task as it was filled in for an order."""

    href: str | None = None
    """Address of this order task."""

    id: int | None = None
    """Id of the order task."""

    value: bool | str | int | None = None
    """Value by the task's type: a boolean for `BOOL`, text for `TEXT` and `PASSWORD`, an integer
    for `SELECT`.
    """

    task: _Link[Task] | None = None
    """Task that was filled in."""

    created_by: _Annotated[_Link[User] | None, _Field(alias="createdBy")] = None
    """User who filled it in."""

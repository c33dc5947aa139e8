# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderTask`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .task import Task
    from .user import User
else:
    Task = later(__name__, "task", "Task")
    User = later(__name__, "user", "User")

__all__ = ["OrderTask"]


class OrderTask(Model):
    """A task as it was filled in for an order."""

    href: str | None = None
    """Address of this order task."""

    id: int | None = None
    """Id of the order task."""

    value: bool | str | int | None = None
    """Value by the task's type: a boolean for `BOOL`, text for `TEXT` and `PASSWORD`, an integer
    for `SELECT`.
    """

    task: Link[Task] | None = None
    """Task that was filled in."""

    created_by: Annotated[Link[User] | None, Field(alias="createdBy")] = None
    """User who filled it in."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Task`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import LinkedModel as _LinkedModel
from .task_type import TaskType

__all__ = ["Task"]


class Task(_LinkedModel):
    """A field that administrators add to orders, such as a question to be answered when a device
    comes in.
    """

    href: str | None = None
    """Address of this task."""

    id: int | None = None
    """Id of the task."""

    name: str | None = None
    """Name that customers see, on printouts and in the customer portal."""

    internal_name: _Annotated[str | None, _Field(alias="internalName")] = None
    """Name that the staff sees."""

    type: TaskType | None = None
    """What kind of field it is."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Status`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated as _Annotated, Any as _Any

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from .liability import Liability
from .status_type import StatusType

if TYPE_CHECKING:
    from .queue import Queue

if not TYPE_CHECKING:
    Queue = _lazy(__name__, "queue", "Queue")

__all__ = ["Status"]


class Status(_LinkedModel):
    """A status that service orders can have. Each service queue can have statuses of its own."""

    href: str | None = None
    """Address of this status."""

    id: int | None = None
    """Id of the status."""

    name: str | None = None
    """Name of the status."""

    description: str | None = None
    """What the status means."""

    type: StatusType | None = None
    """Which step of a repair the status belongs to."""

    liable: Liability | None = None
    """Who has to act while an order has the status."""

    is_enabled: _Annotated[bool | None, _Field(alias="isEnabled")] = None
    """Whether the status can be used."""

    is_default: _Annotated[bool | None, _Field(alias="isDefault")] = None
    """Whether orders can get the status by themselves, on certain events."""

    queue: _Link[Queue] | None = None
    """Service queue that the status belongs to."""

    custom: dict[str, _Any] | None = None
    """What integrations store with the status."""

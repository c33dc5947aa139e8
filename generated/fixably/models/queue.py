# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Queue`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.links import LinkedModel as _LinkedModel, lazy as _lazy
from ..links import Collection as _Collection

if TYPE_CHECKING:
    from .status import Status
    from .status_page import StatusPage

if not TYPE_CHECKING:
    Status = _lazy(__name__, "status", "Status")
    StatusPage = _lazy(__name__, "status_page", "StatusPage")

__all__ = ["Queue"]


class Queue(_LinkedModel):
    """A queue in which orders wait for service, with statuses of its own."""

    href: str | None = None
    """Address of this queue."""

    id: int | None = None
    """Id of the queue."""

    name: str | None = None
    """Name of the queue."""

    description: str | None = None
    """What the queue is for."""

    enabled: bool | None = None
    """Whether the queue can be used."""

    statuses: _Collection[StatusPage, Status] | None = None
    """Statuses that orders in the queue can have."""

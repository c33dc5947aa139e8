# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`CustomerGroup`."""

from __future__ import annotations

from .._runtime.features.texts import Text as _Text
from .._runtime.model import Model as _Model

__all__ = ["CustomerGroup"]


class CustomerGroup(_Model):
    """A group of customers."""

    id: _Text | None = None
    """Id of the group."""

    name: str | None = None
    """Name of the group."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`AddedOrderNotes`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .added_order_note import AddedOrderNote

__all__ = ["AddedOrderNotes"]


class AddedOrderNotes(_Model):
    """The notes that were added."""

    notes: list[AddedOrderNote] | None = None
    """Id of each note."""

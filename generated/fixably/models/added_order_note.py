# Generated from the description of Fixably API by specloom; edits will be lost.

"""`AddedOrderNote`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["AddedOrderNote"]


class AddedOrderNote(_Model):
    """A note that was added."""

    id: int | None = None
    """Id of the note."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Store`."""

from __future__ import annotations

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["Store"]


class Store(_LinkedModel):
    """A place where devices are taken in and handed out, but not repaired."""

    href: str | None = None
    """Address of this store."""

    id: int | None = None
    """Id of the store."""

    name: str | None = None
    """Name of the store."""

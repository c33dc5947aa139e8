# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceStore`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["ServiceStore"]


class ServiceStore(_Model):
    """The store that a service order belongs to."""

    id: str
    """Id of the store, such as its store number, which is the store's external id in Sitoo."""

    name: str
    """Name of the store."""

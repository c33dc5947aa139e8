# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceStoreInput`."""

from __future__ import annotations

from typing import TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

__all__ = ["ServiceStoreInput"]


class ServiceStoreInput(_TypedDict):
    """The store that a service order belongs to."""

    id: str
    """Id of the store, such as its store number, which is the store's external id in Sitoo."""

    name: str
    """Name of the store."""


SERVICE_STORE_INPUT: _Shape = _Shape(given=["id", "name"])

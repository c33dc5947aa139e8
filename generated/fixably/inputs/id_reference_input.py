# Generated from the description of Fixably API by specloom; edits will be lost.

"""`IdReferenceInput`."""

from __future__ import annotations

from typing import TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

__all__ = ["IdReferenceInput"]


class IdReferenceInput(_TypedDict):
    """A resource that exists already, named by its id."""

    id: int
    """Id of the resource."""


ID_REFERENCE_INPUT: _Shape = _Shape(given=["id"], numbers=["id"])

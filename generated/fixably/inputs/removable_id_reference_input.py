# Generated from the description of Fixably API by specloom; edits will be lost.

"""`RemovableIdReferenceInput`."""

from __future__ import annotations

from typing import TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

__all__ = ["RemovableIdReferenceInput"]


class RemovableIdReferenceInput(_TypedDict):
    """A resource that exists already, named by its id; with an `id` of null, the relation is
    removed.
    """

    id: int | None
    """Id of the resource, or null to remove the relation."""


REMOVABLE_ID_REFERENCE_INPUT: _Shape = _Shape(numbers=["id"])

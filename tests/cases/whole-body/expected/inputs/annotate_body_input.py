# Generated from the description of Stock by specloom; edits will be lost.

"""`AnnotateBodyInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["AnnotateBodyInput"]


class AnnotateBodyInput(_TypedDict):
    """AnnotateBodyInput."""

    sku: _NotRequired[str]

    note: _NotRequired[str]


ANNOTATE_BODY_INPUT: _Shape = _Shape(given=["sku", "note"])

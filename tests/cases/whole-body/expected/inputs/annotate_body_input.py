# Generated from the description of Stock by specloom; edits will be lost.

"""`AnnotateBodyInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["AnnotateBodyInput"]


class AnnotateBodyInput(_TypedDict):
    """AnnotateBodyInput."""

    sku: _NotRequired[str]

    note: _NotRequired[str]

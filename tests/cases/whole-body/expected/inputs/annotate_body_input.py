# Generated from the description of Stock by specloom; edits will be lost.

"""`AnnotateBodyInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["AnnotateBodyInput"]


class AnnotateBodyInput(TypedDict):
    """AnnotateBodyInput."""

    sku: NotRequired[str]

    note: NotRequired[str]

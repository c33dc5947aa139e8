# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ManifestLineCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["ManifestLineCreateInput"]


class ManifestLineCreateInput(_TypedDict):
    """A device of a new manifest, or several of the same model. At least one of `serial`, `imei`
    and `model` is required; with `serial`, `brand` is required too.
    """

    brand: _NotRequired[str]
    """Identifier of the brand, in capitals; required with `serial`."""

    serial: _NotRequired[str]
    """Serial number."""

    imei: _NotRequired[str]
    """IMEI number."""

    model: _NotRequired[str]
    """Name of the model."""

    quantity: int
    """How many pieces. With a `serial` or an `imei` it is one piece, so 1."""

    comments: _NotRequired[str]
    """Comments on the line."""


MANIFEST_LINE_CREATE_INPUT: _Shape = _Shape(
    given=["brand", "serial", "imei", "model", "quantity", "comments"], numbers=["quantity"]
)

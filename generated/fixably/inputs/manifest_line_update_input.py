# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ManifestLineUpdateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["ManifestLineUpdateInput"]


class ManifestLineUpdateInput(_TypedDict):
    """A change of a line that has not been processed yet."""

    id: _NotRequired[int]
    """Id of the line."""

    brand: _NotRequired[str]
    """Identifier of the brand, in capitals."""

    serial: _NotRequired[str]
    """Serial number."""

    imei: _NotRequired[str]
    """IMEI number."""

    model: _NotRequired[str]
    """Name of the model."""

    quantity: _NotRequired[int]
    """How many pieces. With a `serial` or an `imei` it is one piece, so 1."""


MANIFEST_LINE_UPDATE_INPUT: _Shape = _Shape(
    given=["id", "brand", "serial", "imei", "model", "quantity"], numbers=["id", "quantity"]
)

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ManifestLineUpdateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["ManifestLineUpdateInput"]


class ManifestLineUpdateInput(TypedDict):
    """A change of a line that has not been processed yet."""

    id: NotRequired[int]
    """Id of the line."""

    brand: NotRequired[str]
    """Identifier of the brand, in capitals."""

    serial: NotRequired[str]
    """Serial number."""

    imei: NotRequired[str]
    """IMEI number."""

    model: NotRequired[str]
    """Name of the model."""

    quantity: NotRequired[int]
    """How many; should be 1 if `serial` or `imei` is there."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ManifestLine`."""

from __future__ import annotations

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["ManifestLine"]


class ManifestLine(_LinkedModel):
    """A device, or several of the same model, on a manifest."""

    href: str | None = None
    """Address of this line."""

    id: int | None = None
    """Id of the line."""

    brand: str | None = None
    """Identifier of the brand, in capitals."""

    model: str | None = None
    """Name of the model."""

    serial: str | None = None
    """Serial number; may be empty."""

    imei: str | None = None
    """IMEI number; may be empty."""

    quantity: int | None = None
    """How many."""

    comments: str | None = None
    """Comments on the line."""

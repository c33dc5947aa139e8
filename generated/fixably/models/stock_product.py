# Generated from the description of Fixably API by specloom; edits will be lost.

"""`StockProduct`."""

from __future__ import annotations

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["StockProduct"]


class StockProduct(_LinkedModel):
    """A product in a stock. The vendor shows only its address; what else there is if it is expanded
    is kept.
    """

    href: str | None = None
    """Address of the product in this stock."""

    id: int | None = None
    """Id of the product."""

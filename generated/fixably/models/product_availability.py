# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ProductAvailability`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["ProductAvailability"]


class ProductAvailability(_Model):
    """How many pieces of a product are in stock, and how many of them are free."""

    href: str | None = None
    """Address of this answer."""

    quantity: int | None = None
    """Pieces in all stocks that the token's user may use."""

    available: int | None = None
    """The same without the pieces that are on orders."""

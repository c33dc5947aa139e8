# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceProduct`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .service_item import ServiceItem

__all__ = ["ServiceProduct"]


class ServiceProduct(_Model):
    """The product in service and what is to be done on it."""

    sku: str
    """Stock keeping unit of the product."""

    name: str
    """Name of the product."""

    serial: str | None = None
    """Serial number of the product; may be empty."""

    services: list[ServiceItem]
    """Services to be done on the product."""

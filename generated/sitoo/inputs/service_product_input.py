# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceProductInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NotRequired

    from ..models.service_item import ServiceItem
    from .service_item_input import ServiceItemInput

__all__ = ["ServiceProductInput"]


class ServiceProductInput(TypedDict):
    """The product in service and what is to be done on it."""

    sku: str
    """Stock keeping unit of the product."""

    name: str
    """Name of the product."""

    serial: NotRequired[str | None]
    """Serial number of the product; may be empty."""

    services: Sequence[ServiceItemInput | ServiceItem]
    """Services to be done on the product."""

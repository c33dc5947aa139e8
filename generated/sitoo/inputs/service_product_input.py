# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceProductInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Items as _Items, Shape as _Shape
from .service_item_input import SERVICE_ITEM_INPUT

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence
    from typing import NotRequired as _NotRequired

    from ..models.service_item import ServiceItem
    from .service_item_input import ServiceItemInput

__all__ = ["ServiceProductInput"]


class ServiceProductInput(_TypedDict):
    """The product in service and what is to be done on it."""

    sku: str
    """Stock keeping unit of the product."""

    name: str
    """Name of the product."""

    serial: _NotRequired[str | None]
    """Serial number of the product; may be empty."""

    services: _Sequence[ServiceItemInput | ServiceItem]
    """Services to be done on the product."""


SERVICE_PRODUCT_INPUT: _Shape = _Shape(
    nested=lambda: {"services": _Items(SERVICE_ITEM_INPUT)}, given=["sku", "name", "services"]
)

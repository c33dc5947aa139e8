# Generated from the description of Orders by specloom; edits will be lost.

"""`Order`, `OrderMeta`."""

from __future__ import annotations

from .._runtime.features.links import LinkedModel as _LinkedModel
from .._runtime.model import Model as _Model
from ..links import Link as _Link
from .link import Link

__all__ = ["Order", "OrderMeta"]


class Order(_LinkedModel, address="meta.url", identifier="key"):
    """Order."""

    key: str | None = None

    meta: OrderMeta | None = None

    link: Link | None = None

    parent: _Link[Order] | None = None


class OrderMeta(_Model):
    """OrderMeta."""

    url: str | None = None

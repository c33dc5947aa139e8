# Generated from the description of Orders by specloom; edits will be lost.

"""`Order`."""

from __future__ import annotations

from .._runtime.model import Model
from ..links import Link
from .link_model import LinkModel

__all__ = ["Order"]


class Order(Model):
    """Order."""

    key: str | None = None

    link: LinkModel | None = None

    parent: Link[Order] | None = None

# Generated from the description of Orders by specloom; edits will be lost.

"""`Order`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from ..links import Link as _Link
from .link import Link

__all__ = ["Order"]


class Order(_Model):
    """Order."""

    key: str | None = None

    link: Link | None = None

    parent: _Link[Order] | None = None

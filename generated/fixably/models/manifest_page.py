# Generated from the description of Fixably API by specloom; edits will be lost.

"""`ManifestPage`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .manifest import Manifest

__all__ = ["ManifestPage"]


class ManifestPage(_Model):
    """One page of manifests."""

    href: str | None = None
    """Address of the collection; there if it was expanded inside another resource."""

    limit: int | None = None
    """How many items a page has at most."""

    offset: int | None = None
    """How many items were skipped."""

    total_items: _Annotated[int | None, _Field(alias="totalItems")] = None
    """How many items there are on all pages together."""

    page: int | None = None
    """Number of this page."""

    total_pages: _Annotated[int | None, _Field(alias="totalPages")] = None
    """How many pages there are."""

    first: int | None = None
    """Number of the first page."""

    last: int | None = None
    """Number of the last page."""

    before: int | None = None
    """Number of the page before this one; null on the first."""

    next: int | None = None
    """Number of the page after this one; null on the last."""

    items: list[Manifest]
    """Manifests; only their addresses, unless they are expanded."""

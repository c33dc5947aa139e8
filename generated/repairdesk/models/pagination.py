# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`Pagination`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["Pagination"]


class Pagination(_Model):
    """Where a page stands among all pages."""

    page: int | str | None = None
    """Number of this page."""

    per_page: int | str | None = None
    """How many records a page has."""

    total_records: int | str | None = None
    """How many records all pages have together."""

    total_pages: int | str | None = None
    """How many pages there are."""

    next_page_exist: bool | int | str | None = None
    """Whether another page follows."""

    next_page: int | str | None = None
    """Number of the next page."""

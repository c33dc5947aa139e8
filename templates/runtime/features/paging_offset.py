"""Pages that start at a number of items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..request import Request
from .paging import Fetched, Paging, number_at
from .paging_number import PageNumber


@dataclass(frozen=True, slots=True, eq=False)
class Offset(Paging):
    """Pages start at a number of items. The end is at `total`, or at an empty page where that is unknown.

    The size of a page says nothing of the end: servers cap it. Where the caller numbers pages by the parameter `page`
    instead, that number goes on, from 1.
    """

    offset: str
    page: str = ""

    @property
    def announces(self) -> bool:
        """Whether a page that says of a next one means that there is one."""
        return bool(self.total)

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:
        """Return the request for the page after this one."""
        if self.page and page.request.queried(self.page):
            return PageNumber(self.page, total=self.total).next(page, items, seen)
        start = int(page.request.queried(self.offset) or 0) + len(items)
        total = number_at(page.answer, self.total)
        return None if not items or (total is not None and start >= total) else page.request.again(self.offset, start)

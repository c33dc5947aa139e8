"""Pages that are numbered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..encoding import attribute_at, says_no
from ..request import Request
from .paging import Fetched, Paging, number_at


@dataclass(frozen=True, slots=True, eq=False)
class PageNumber(Paging):
    """Pages are numbered from `first`. The end is where `pages`, `more` or `total` says so, or at an empty page.

    The size of a page says nothing of the end: servers cap it.
    """

    page: str
    first: int = 1
    pages: str = ""
    more: str = ""
    following: str = ""
    """Where the answer may say the number of the next page: a list whose first page has another number than `first`."""

    @property
    def announces(self) -> bool:
        """Whether a page that says of a next one means that there is one."""
        return bool(self.total or self.pages or self.more)

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:
        """Return the request for the page after this one."""
        number = int(page.request.queried(self.page) or self.first)
        pages, total = number_at(page.answer, self.pages), number_at(page.answer, self.total)
        more = attribute_at(page.answer, self.more) if self.more else True
        if more is None:  # it says nothing; what else there is may
            more = bool(self.total or self.pages)
        ended = (
            not items
            or (pages is not None and number - self.first + 1 >= pages)
            or (total is not None and seen >= total)
            or not more
            or says_no(more)
        )
        announced = number_at(page.answer, self.following) or 0
        return None if ended else page.request.again(self.page, max(announced, number + 1))

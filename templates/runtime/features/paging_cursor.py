"""Pages that the answer before names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..encoding import attribute_at
from ..request import Request
from .paging import Fetched, Paging


@dataclass(frozen=True, slots=True, eq=False)
class Cursor(Paging):
    """The answer names the next page, in the attribute `next_cursor`, until that is empty, 0, false or null."""

    parameter: str
    next_cursor: str

    @property
    def announces(self) -> bool:
        """Whether a page that says of a next one means that there is one."""
        return True

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:  # noqa: ARG002 - of other styles
        """Return the request for the page after this one."""
        cursor = attribute_at(page.answer, self.next_cursor)
        return page.request.again(self.parameter, cursor) if cursor else None

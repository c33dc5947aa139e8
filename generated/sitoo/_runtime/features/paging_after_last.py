"""Pages that start after the last item of the page before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..encoding import attribute_at
from ..errors import PagingError
from ..request import Request
from .paging import Fetched, Paging


@dataclass(frozen=True, slots=True, eq=False)
class AfterLast(Paging):
    """The next page starts after the last item of this one. Only an empty page is the end: servers cap page sizes."""

    parameter: str
    attribute: str

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:  # noqa: ARG002 - of other styles
        """Return the request for the page after this one."""
        if not items:
            return None
        last = attribute_at(items[-1], self.attribute)
        if last is None:
            raise PagingError(f"the last item has no {self.attribute!r} to go on from", route=page.request.route)
        return page.request.again(self.parameter, last)

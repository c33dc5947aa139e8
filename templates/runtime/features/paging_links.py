"""Pages that the answer before links to."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..encoding import attribute_at
from ..errors import PagingError
from ..paging import Fetched
from ..request import Request

__all__ = ["NextLink"]


class NextLink(NamedTuple):
    """The answer links to the next page: in the Link header (RFC 8288), or where `attribute` says."""

    items: str = ""
    total: str = ""
    attribute: str = ""

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:  # noqa: ARG002 - of other styles
        """Return the request for the page after this one."""
        links = page.response.links
        link = attribute_at(page.answer, self.attribute) if self.attribute else links.get("next", {}).get("url")
        if not link:
            return None
        url = page.follow(str(page.response.url), str(link))
        if url is None:
            raise PagingError("the next page is on another host; it was not asked for", route=page.request.route)
        return page.request.at(url)

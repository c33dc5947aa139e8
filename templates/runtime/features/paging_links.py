"""Pages that the answer before links to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..encoding import attribute_at
from ..errors import PagingError
from ..request import Request
from .paging import Fetched, Paging

_MARK = re.compile(r'<[^>]*|"(?:[^"\\]|\\.)*"?|[,;]', re.DOTALL)
"""A comma or a semicolon, or what may have some inside: an address up to its end, or a quoted text."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True, eq=False)
class NextLink(Paging):
    """The answer links to the next page: in the Link header (RFC 8288), or where `attribute` says."""

    attribute: str = ""

    @property
    def announces(self) -> bool:
        """Whether a page that says of a next one means that there is one."""
        return True

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:  # noqa: ARG002 - of other styles
        """Return the request for the page after this one."""
        if self.attribute:
            link = attribute_at(page.answer, self.attribute)
        else:
            found = (each for field in page.response.headers.get_list("link") for each in read_links(field))
            about = (target for relation, target, anchor in found if relation == "next" and _is_about(page, anchor))
            link = next(about, None)
        if not link:
            return None
        url = page.follow(str(page.response.url), link) if isinstance(link, str) else None
        if url is None:
            raise PagingError(
                "the link to the next page leads to another scheme, host or port, or nowhere; it was not followed",
                route=page.request.route,
            )
        return page.request.at(url)


def _is_about(page: Fetched, anchor: str) -> bool:
    """Tell whether a link is one of the page itself: an anchor may say that it is one of something else (3.2)."""
    here = str(page.response.url)
    return not anchor or ("#" not in anchor and page.follow(here, anchor) == page.follow(here, ""))


def read_links(field: str) -> Iterator[tuple[str, str, str]]:
    """Yield the links of a Link header field (RFC 8288, 3): relation, in lower case, address and anchor.

    A link with several relations comes once for each. What is no link is left out (appendix B.2).
    """
    for link in _split(field, ","):
        address, *parameters = (part.strip() for part in _split(link, ";"))
        if not (address.startswith("<") and address.endswith(">")):
            continue
        said: dict[str, str] = {}
        for name, _, value in (parameter.partition("=") for parameter in parameters):
            said.setdefault(name.strip().lower(), _unquoted(value.strip()))  # of several, the first counts
        for relation in said.get("rel", "").lower().split():
            yield relation, address[1:-1].strip(), said.get("anchor", "").strip()


def _split(text: str, sign: str) -> Iterator[str]:
    """Cut a text at a sign, where that stands neither in an address nor in a quoted text."""
    start = 0
    for mark in _MARK.finditer(text):
        if mark[0] == sign:
            yield text[start : mark.start()]
            start = mark.end()
    yield text[start:]


def _unquoted(value: str) -> str:
    """Single quotes are none of HTTP; some servers write them all the same."""
    if value.startswith("'"):
        return value.strip("'")
    return _ESCAPED.sub(r"\1", value.strip('"')) if value.startswith('"') else value

"""Pages that the answer before links to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..encoding import attribute_at
from ..errors import PagingError
from ..request import Request
from .paging import Fetched

_MARK = re.compile(r'<[^>]*|"(?:[^"\\]|\\.)*"?|[,;]', re.DOTALL)
"""A comma or a semicolon, or what may have some inside: an address up to its end, or a quoted text."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class NextLink(NamedTuple):
    """The answer links to the next page: in the Link header (RFC 8288), or where `attribute` says."""

    items: str = ""
    total: str = ""
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
            link = next((target for relation, target in found if relation == "next"), None)
        if not link:
            return None
        url = page.follow(str(page.response.url), str(link))
        if url is None:
            raise PagingError(
                "the link to the next page leads to another host, or nowhere; it was not followed",
                route=page.request.route,
            )
        return page.request.at(url)


def read_links(field: str) -> Iterator[tuple[str, str]]:
    """Yield the links of a Link header field (RFC 8288, 3): relation, in lower case, and address.

    A link with several relations comes once for each. What is no link is left out (appendix B.2).
    """
    for link in _split(field, ","):
        address, *parameters = (part.strip() for part in _split(link, ";"))
        if not (address.startswith("<") and address.endswith(">")):
            continue
        pairs = (parameter.partition("=") for parameter in parameters)
        relations = next(
            (value for name, _, value in pairs if name.strip().lower() == "rel"), ""
        )  # others do not count
        for relation in _unquoted(relations.strip()).lower().split():
            yield relation, address[1:-1].strip()


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

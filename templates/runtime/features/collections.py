"""Links to collections: what an answer holds of them may be their first page only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeAlias, TypeVar, cast
from urllib.parse import urlsplit

from ..encoding import attribute_at
from ..errors import Mismatch, PagingError
from ..request import Request
from ..response import tell
from .links import Link, leads_to, link_request
from .paging import AsyncPagingResource, Fetched, PagingResource, number_at

if TYPE_CHECKING:
    from ..configuration import Configuration
    from ..response import Source
    from .paging import AsyncPager, Pager, Paging

P_co = TypeVar("P_co", covariant=True)
T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

_Grammar: TypeAlias = Callable[[Sequence[str] | str | None], str | None]


class Collection(Link[P_co], Generic[P_co, T_co]):
    """A link to a collection, whose pages are `P_co` and whose items are `T_co`.

    `client.items(link)` reads all items, page by page. What an answer holds of it, and what `client.follow` reads, is
    one page: where that is not all, it is reported as `on_mismatch` says, but never raised.
    """

    __slots__ = ()

    paging: ClassVar[Paging]
    """How its pages follow each other."""
    expand: ClassVar[tuple[str, _Grammar] | None] = None
    """The query parameter that names what its answers are to hold in full, and what writes the names."""

    def look_at(self, found: object, source: Source) -> None:
        """Report that a page is not all of the collection."""
        listed: object = attribute_at(found, self.paging.items)
        items = cast("list[object]", listed) if isinstance(listed, list) else []
        page = Fetched(_LinkRequest(self.href), found, source.response, _same_address)
        if self._goes_on(page, items):
            total = number_at(found, self.paging.total)
            amount = f"{len(items)} of {total} items" if total is not None else f"the first {len(items)} items"
            problem = f"the answer has {amount} of {urlsplit(self.href).path}; client.items(link) reads all of them"
            on_mismatch = "warn" if source.on_mismatch == "raise" else source.on_mismatch
            tell(CutShort(source.route, (("", problem),)), on_mismatch)

    def _goes_on(self, page: Fetched, items: list[object]) -> bool:
        try:
            return self.paging.announces and self.paging.next(page, items, len(items)) is not None
        except (ValueError, PagingError):  # the address or the answer says nothing that makes sense
            return False


def _same_address(_: str, address: str) -> str:
    return address


class CutShort(Mismatch):
    """An answer that is as described, and has one page of a collection that has several."""

    def __str__(self) -> str:
        return f"{self.route}: {self.problems[0][1]}"


class _LinkRequest(Request):
    """A request for an address that the server gave, some of whose query parameters can be changed."""

    __slots__ = ("_base",)

    def __init__(self, address: str) -> None:
        super().__init__("GET", "(link)", listing=True)
        self._base, _, query = address.partition("?")
        for pair in filter(None, query.split("&")):
            name = pair.partition("=")[0]
            self.pairs[name] = f"{self.pairs[name]}&{pair}" if name in self.pairs else pair
        self.location = address

    def again(self, name: str, value: object) -> Self:
        """Return a copy with another value of one query parameter."""
        other = super().again(name, value)
        query = "&".join(other.pairs.values())
        return other.at(f"{self._base}?{query}" if query else self._base)


class CollectionItems(PagingResource):
    """Reads collections."""

    def of(self, link: Collection[Any, T], expand: Sequence[str] | str | None) -> Pager[T]:
        """Return the items of all pages of the collection that a link leads to."""
        request = _first(link, expand, self._session.configuration)
        return self._pages(request, leads_to(link), link.paging)


class AsyncCollectionItems(AsyncPagingResource):
    """Reads collections, for asyncio and trio."""

    def of(self, link: Collection[Any, T], expand: Sequence[str] | str | None) -> AsyncPager[T]:
        """Return the items of all pages of the collection that a link leads to."""
        request = _first(link, expand, self._session.configuration)
        return self._pages(request, leads_to(link), link.paging)


def _first(link: Collection[Any, Any], expand: Sequence[str] | str | None, configuration: Configuration) -> Request:
    """Return the request for the first page of a collection.

    Raises:
        ConfigurationError: The link leads to another host than the client's base URL.
        ValueError: Something is to be expanded, and the API has no parameter for that.
    """
    request = _LinkRequest(link_request(link.href, configuration).location or "")
    if expand is None:
        return request
    if link.expand is None:
        raise ValueError("the collections of this API cannot be expanded")
    name, write = link.expand
    return request.again(name, write(expand))

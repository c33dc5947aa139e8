"""Page after page: how each style of paging finds the next request, and the iterators over what comes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeAlias, TypeVar, cast

from .errors import PagingError

if TYPE_CHECKING:
    import httpx

    from .request import Request

__all__ = ["AfterLast", "AsyncPager", "Cursor", "NextLink", "Offset", "Page", "PageNumber", "Pager", "Paging"]

T = TypeVar("T")
_Caps: TypeAlias = tuple[int | None, int | None]
"""Most items, most pages."""


class Fetched(NamedTuple):
    """One answered request of a listing."""

    request: Request
    answer: Any
    response: httpx.Response
    follow: Callable[[str, str], str | None]
    """Current URL, reference → absolute URL; None if that is on another origin."""


class Paging(Protocol):
    """A style of paging."""

    @property
    def items(self) -> str:
        """The dotted attribute path of the items on the decoded answer; empty: the answer itself."""
        ...

    @property
    def total(self) -> str:
        """The same for the number of all items; empty: not known."""
        ...

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:
        """Return the request for the page after this one, None at the end. `seen` counts all items so far."""


class AfterLast(NamedTuple):
    """The next page starts after the last item of this one. Only an empty page is the end: servers cap page sizes."""

    parameter: str
    attribute: str
    items: str = ""
    total: str = ""

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:  # noqa: ARG002 - of other styles
        """Return the request for the page after this one."""
        if not items:
            return None
        last = read(items[-1], self.attribute)
        if last is None:
            raise PagingError(f"the last item has no {self.attribute!r} to go on from", route=page.request.route)
        return page.request.again(self.parameter, last)


class Cursor(NamedTuple):
    """The answer names the next page, in the attribute `next_cursor`, until there is none."""

    parameter: str
    next_cursor: str
    items: str = ""
    total: str = ""

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:  # noqa: ARG002 - of other styles
        """Return the request for the page after this one."""
        cursor = read(page.answer, self.next_cursor)
        return None if cursor in (None, "") else page.request.again(self.parameter, cursor)


class Offset(NamedTuple):
    """Pages start at a number of items. The end is at `total`, or at an empty page where that is unknown.

    `limit`, the name of the page size's parameter, is never trusted to find the end: servers cap page sizes.
    """

    offset: str
    limit: str = ""
    total: str = ""
    items: str = ""

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:  # noqa: ARG002 - of other styles
        """Return the request for the page after this one."""
        start = int(page.request.queried(self.offset) or 0) + len(items)
        total = _number(page.answer, self.total)
        return None if not items or (total is not None and start >= total) else page.request.again(self.offset, start)


class PageNumber(NamedTuple):
    """Pages are numbered from `first`. The end is where `pages`, `more` or `total` says so, or at an empty page.

    `size`, the name of the page size's parameter, is never trusted to find the end: servers cap page sizes.
    """

    page: str
    first: int = 1
    size: str = ""
    total: str = ""
    pages: str = ""
    more: str = ""
    items: str = ""

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:
        """Return the request for the page after this one."""
        number = int(page.request.queried(self.page) or self.first)
        pages, total = _number(page.answer, self.pages), _number(page.answer, self.total)
        ended = (
            not items
            or (pages is not None and number - self.first + 1 >= pages)
            or (total is not None and seen >= total)
            or (bool(self.more) and not read(page.answer, self.more))
        )
        return None if ended else page.request.again(self.page, number + 1)


class NextLink(NamedTuple):
    """The answer links to the next page: in the Link header (RFC 8288), or where `attribute` says."""

    items: str = ""
    total: str = ""
    attribute: str = ""

    def next(self, page: Fetched, items: list[Any], seen: int) -> Request | None:  # noqa: ARG002 - of other styles
        """Return the request for the page after this one."""
        links = page.response.links
        link = read(page.answer, self.attribute) if self.attribute else links.get("next", {}).get("url")
        if not link:
            return None
        url = page.follow(str(page.response.url), str(link))
        if url is None:
            raise PagingError("the next page is on another host; it was not asked for", route=page.request.route)
        return page.request.at(url)


class Page(Generic[T]):
    """One page of a listing; iterating it gives its items, and only those.

    Attributes:
        items: The items.
        total: How many items all pages have together, if the server says so.
        answer: The whole decoded answer.
    """

    __slots__ = ("_next", "answer", "items", "total")

    def __init__(self, items: list[T], total: int | None, answer: Any, following: Callable[[], Request | None]) -> None:  # noqa: ANN401 - of the operation
        self.items = items
        self.total = total
        self.answer = answer
        self._next = following

    @property
    def has_next(self) -> bool:
        """Whether there may be another page: some servers only tell by an empty one."""
        return self.following() is not None

    def following(self) -> Request | None:
        """Return the request for the next page."""
        return self._next()

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"<Page of {len(self.items)} items>"


class _Walk(Generic[T]):
    """The state of one pass over the pages: counts, caps, and what was asked already."""

    def __init__(self, first: Request, paging: Paging, caps: _Caps) -> None:
        self._paging, (self._max_items, self._max_pages) = paging, caps
        self._asked: set[str] = set()
        self._last_content = b""
        self._items = self._pages = 0
        self.request: Request | None = None
        """What to ask for; None at the end."""
        if not self._full():
            self._ask(first)

    def take(self, fetched: Fetched) -> Page[T]:
        """Count a page and return it."""
        route, content = fetched.request.route, fetched.response.content
        found = read(fetched.answer, self._paging.items)
        if hasattr(found, "model_fields_set"):  # described as an array or one lone item, and this is the item
            found = [found]
        if not isinstance(found, list | None):
            raise PagingError(f"{self._paging.items or 'the answer'} is no list of items", route=route)
        items = cast("list[T]", found or [])
        if items and content == self._last_content:
            raise PagingError("the server sends the same page again and again", route=route)
        self._last_content = content
        self._pages += 1
        self._items += len(items)
        following = partial(self._paging.next, fetched, items, self._items)
        surplus = 0 if self._max_items is None else max(self._items - self._max_items, 0)
        total = _number(fetched.answer, self._paging.total)
        return Page(items[: len(items) - surplus], total, fetched.answer, following)

    def go_on(self, page: Page[T]) -> None:
        """Set `request` to what follows `page`."""
        self.request = None
        if not self._full() and (following := page.following()) is not None:
            self._ask(following)

    def _full(self) -> bool:
        enough = self._max_items is not None and self._items >= self._max_items
        return enough or (self._max_pages is not None and self._pages >= self._max_pages)

    def _ask(self, request: Request) -> None:
        url = request.location or request.target()
        if url in self._asked:
            raise PagingError("the server leads back to a page that was read already", route=request.route)
        self._asked.add(url)
        self.request = request


class Pager(Generic[T]):
    """The items of all pages of a listing. Nothing is sent before you iterate, and each iteration starts anew."""

    def __init__(
        self, fetch: Callable[[Request], Fetched], request: Request, paging: Paging, caps: _Caps = (None, None)
    ) -> None:
        self._fetch, self._request, self._paging, self._caps = fetch, request, paging, caps

    def limit(self, max_items: int | None = None, max_pages: int | None = None) -> Pager[T]:
        """Return a pager that stops after so many items or pages."""
        return Pager(self._fetch, self._request, self._paging, (max_items, max_pages))

    def pages(self) -> Iterator[Page[T]]:
        """Read page after page.

        Raises:
            PagingError: A page repeats, or the next one is on another host.
        """
        walk = _Walk[T](self._request, self._paging, self._caps)
        while walk.request is not None:
            page = walk.take(self._fetch(walk.request))
            yield page
            walk.go_on(page)

    def first_page(self) -> Page[T]:
        """Read one page."""
        return _Walk[T](self._request, self._paging, (None, None)).take(self._fetch(self._request))

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._request.route}>"


class AsyncPager(Generic[T]):
    """The items of all pages of a listing. Nothing is sent before you iterate, and each iteration starts anew."""

    def __init__(
        self,
        fetch: Callable[[Request], Awaitable[Fetched]],
        request: Request,
        paging: Paging,
        caps: _Caps = (None, None),
    ) -> None:
        self._fetch, self._request, self._paging, self._caps = fetch, request, paging, caps

    def limit(self, max_items: int | None = None, max_pages: int | None = None) -> AsyncPager[T]:
        """Return a pager that stops after so many items or pages."""
        return AsyncPager(self._fetch, self._request, self._paging, (max_items, max_pages))

    async def pages(self) -> AsyncIterator[Page[T]]:
        """Read page after page.

        Raises:
            PagingError: A page repeats, or the next one is on another host.
        """
        walk = _Walk[T](self._request, self._paging, self._caps)
        while walk.request is not None:
            page = walk.take(await self._fetch(walk.request))
            yield page
            walk.go_on(page)

    async def first_page(self) -> Page[T]:
        """Read one page."""
        return _Walk[T](self._request, self._paging, (None, None)).take(await self._fetch(self._request))

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._request.route}>"


def read(value: Any, path: str) -> Any:  # noqa: ANN401 - of a decoded answer
    """Return what a dotted path of attributes, or of keys, leads to; None where it ends early."""
    for name in filter(None, path.split(".")):
        value = cast("dict[str, Any]", value).get(name) if isinstance(value, dict) else getattr(value, name, None)
    return value


def _number(answer: Any, path: str) -> int | None:  # noqa: ANN401 - of a decoded answer
    """Return the number at `path`; servers write it as text at times."""
    found = read(answer, path) if path else None
    return int(found) if isinstance(found, int | str) and str(found).isdecimal() else None

# Generated from the description of Library by specloom; edits will be lost.

"""Calls under `books`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from typing import Literal

__all__ = ["AsyncBooks", "Books"]


class Books(Resource):
    """Calls under `books`."""

    def search_books(
        self,
        *,
        q: str,
        per_page: int | None = None,
        shelf: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        words: Sequence[str] | None = None,
        colors: Sequence[str] | None = None,
        lent: bool | None = None,
        since: datetime.date | None = None,
        path: str | None = None,
        sort: Literal["title", "-title", "year"] | None = None,
    ) -> None:
        """Search for books.

        `GET /books`

        Args:
            q: Words of the title.
            per_page: How many. Server default: `20`.
            shelf: The query parameter `shelf`.
            ids: The query parameter `ids`.
            words: The query parameter `words`.
            colors: The query parameter `colors`.
            lent: The query parameter `lent`.
            since: The query parameter `since`.
            path: The query parameter `path`.
            sort: The query parameter `sort`.
        """
        self._nothing(
            _search_books(
                q=q,
                per_page=per_page,
                shelf=shelf,
                ids=ids,
                words=words,
                colors=colors,
                lent=lent,
                since=since,
                path=path,
                sort=sort,
            )
        )


class AsyncBooks(AsyncResource):
    """Calls under `books`."""

    async def search_books(
        self,
        *,
        q: str,
        per_page: int | None = None,
        shelf: Sequence[str] | None = None,
        ids: Sequence[int] | None = None,
        words: Sequence[str] | None = None,
        colors: Sequence[str] | None = None,
        lent: bool | None = None,
        since: datetime.date | None = None,
        path: str | None = None,
        sort: Literal["title", "-title", "year"] | None = None,
    ) -> None:
        """Search for books.

        `GET /books`

        Args:
            q: Words of the title.
            per_page: How many. Server default: `20`.
            shelf: The query parameter `shelf`.
            ids: The query parameter `ids`.
            words: The query parameter `words`.
            colors: The query parameter `colors`.
            lent: The query parameter `lent`.
            since: The query parameter `since`.
            path: The query parameter `path`.
            sort: The query parameter `sort`.
        """
        await self._nothing(
            _search_books(
                q=q,
                per_page=per_page,
                shelf=shelf,
                ids=ids,
                words=words,
                colors=colors,
                lent=lent,
                since=since,
                path=path,
                sort=sort,
            )
        )


def _search_books(
    *,
    q: str,
    per_page: int | None,
    shelf: Sequence[str] | None,
    ids: Sequence[int] | None,
    words: Sequence[str] | None,
    colors: Sequence[str] | None,
    lent: bool | None,
    since: datetime.date | None,
    path: str | None,
    sort: Literal["title", "-title", "year"] | None,
) -> Request:
    request = Request("GET", "/books")
    request.require(q=q)
    request.query("q", q)
    request.query("perPage", per_page)
    request.query("shelf", shelf)
    request.query("ids", ids, explode=False)
    request.query("words", words, style="spaceDelimited")
    request.query("colors", colors, style="pipeDelimited")
    request.query("lent", lent)
    request.query("since", since)
    request.query("path", path, allow_reserved=True)
    request.query("sort", sort)
    return request

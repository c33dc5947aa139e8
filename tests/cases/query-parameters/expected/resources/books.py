# Generated from the description of Library by specloom; edits will be lost.

"""Calls under `books`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.reserved import RESERVED_IN_QUERY as _RESERVED_IN_QUERY
from .._runtime.features.styles import (
    pipe_delimited as _pipe_delimited,
    space_delimited as _space_delimited,
)
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    import datetime as _datetime
    from collections.abc import Sequence as _Sequence
    from typing import Literal as _Literal

__all__ = ["AsyncBooks", "Books"]


class Books(_Resource):
    """Calls under `books`."""

    def search_books(
        self,
        *,
        q: str,
        per_page: int | None = None,
        shelf: _Sequence[str] | None = None,
        ids: _Sequence[int] | None = None,
        words: _Sequence[str] | None = None,
        colors: _Sequence[str] | None = None,
        lent: bool | None = None,
        since: _datetime.date | None = None,
        path: str | None = None,
        sort: _Literal["title", "-title", "year"] | None = None,
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
            _search_books_request(
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


class AsyncBooks(_AsyncResource):
    """Calls under `books`."""

    async def search_books(
        self,
        *,
        q: str,
        per_page: int | None = None,
        shelf: _Sequence[str] | None = None,
        ids: _Sequence[int] | None = None,
        words: _Sequence[str] | None = None,
        colors: _Sequence[str] | None = None,
        lent: bool | None = None,
        since: _datetime.date | None = None,
        path: str | None = None,
        sort: _Literal["title", "-title", "year"] | None = None,
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
            _search_books_request(
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


def _search_books_request(
    *,
    q: str,
    per_page: int | None,
    shelf: _Sequence[str] | None,
    ids: _Sequence[int] | None,
    words: _Sequence[str] | None,
    colors: _Sequence[str] | None,
    lent: bool | None,
    since: _datetime.date | None,
    path: str | None,
    sort: _Literal["title", "-title", "year"] | None,
) -> _Request:
    _request = _Request("GET", "/books")
    _request.require(q=q)
    _request.numbers(per_page=per_page, ids=ids)
    _request.dates(since=since)
    _request.query("q", q)
    _request.query("perPage", per_page)
    _request.query("shelf", shelf)
    _request.query("ids", ids, explode=False)
    _request.query("words", words, style=_space_delimited)
    _request.query("colors", colors, style=_pipe_delimited)
    _request.query("lent", lent)
    _request.query("since", since)
    _request.query("path", path, escape=_RESERVED_IN_QUERY)
    _request.query("sort", sort)
    return _request

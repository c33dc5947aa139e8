# Generated from the description of Messages by specloom; edits will be lost.

"""Calls under `messages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_after_last import AfterLast as _AfterLast
from .._runtime.features.paging_cursor import Cursor as _Cursor
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from ..models.message import Message

__all__ = ["AsyncMessagesResource", "MessagesResource"]


class MessagesResource(_PagingResource):
    """Calls under `messages`."""

    def list(self, *, cursor: str | None = None) -> _Pager[Message]:
        """Call `GET /messages`.

        Args:
            cursor: The query parameter `cursor`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.list_response import ListResponse

        return self._pages(_list_request(cursor=cursor), ListResponse, _TOKEN_PAGING)

    def threads(self, *, starting_after: str | None = None) -> _Pager[Message]:
        """Call `GET /threads`.

        Args:
            starting_after: The query parameter `starting_after`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.threads_response import ThreadsResponse

        return self._pages(
            _threads_request(starting_after=starting_after), ThreadsResponse, _LAST_PAGING
        )


class AsyncMessagesResource(_AsyncPagingResource):
    """Calls under `messages`."""

    def list(self, *, cursor: str | None = None) -> _AsyncPager[Message]:
        """Call `GET /messages`.

        Args:
            cursor: The query parameter `cursor`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.list_response import ListResponse

        return self._pages(_list_request(cursor=cursor), ListResponse, _TOKEN_PAGING)

    def threads(self, *, starting_after: str | None = None) -> _AsyncPager[Message]:
        """Call `GET /threads`.

        Args:
            starting_after: The query parameter `starting_after`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.threads_response import ThreadsResponse

        return self._pages(
            _threads_request(starting_after=starting_after), ThreadsResponse, _LAST_PAGING
        )


_TOKEN_PAGING = _Cursor("cursor", "next_cursor", items="messages")


_LAST_PAGING = _AfterLast("starting_after", "id", items="data")


def _list_request(*, cursor: str | None) -> _Request:
    _request = _Request("GET", "/messages")
    _request.query("cursor", cursor)
    return _request


def _threads_request(*, starting_after: str | None) -> _Request:
    _request = _Request("GET", "/threads")
    _request.query("starting_after", starting_after)
    return _request

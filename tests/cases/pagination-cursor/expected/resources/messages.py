# Generated from the description of Messages by specloom; edits will be lost.

"""Calls under `messages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.paging import AfterLast, Cursor
from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.paging import AsyncPager, Pager
    from ..models.message import Message

__all__ = ["AsyncMessagesResource", "MessagesResource"]


class MessagesResource(Resource):
    """Calls under `messages`."""

    def list(self, *, cursor: str | None = None) -> Pager[Message]:
        """Call `GET /messages`.

        Args:
            cursor: The query parameter `cursor`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.list_response import ListResponse

        return self._pages(_list(cursor=cursor), ListResponse, _TOKEN)

    def threads(self, *, starting_after: str | None = None) -> Pager[Message]:
        """Call `GET /threads`.

        Args:
            starting_after: The query parameter `starting_after`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.threads_response import ThreadsResponse

        return self._pages(_threads(starting_after=starting_after), ThreadsResponse, _LAST)


class AsyncMessagesResource(AsyncResource):
    """Calls under `messages`."""

    def list(self, *, cursor: str | None = None) -> AsyncPager[Message]:
        """Call `GET /messages`.

        Args:
            cursor: The query parameter `cursor`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.list_response import ListResponse

        return self._pages(_list(cursor=cursor), ListResponse, _TOKEN)

    def threads(self, *, starting_after: str | None = None) -> AsyncPager[Message]:
        """Call `GET /threads`.

        Args:
            starting_after: The query parameter `starting_after`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.threads_response import ThreadsResponse

        return self._pages(_threads(starting_after=starting_after), ThreadsResponse, _LAST)


_TOKEN = Cursor("cursor", "next_cursor", items="messages")


_LAST = AfterLast("starting_after", "id", items="data")


def _list(*, cursor: str | None) -> Request:
    request = Request("GET", "/messages")
    request.query("cursor", cursor)
    return request


def _threads(*, starting_after: str | None) -> Request:
    request = Request("GET", "/threads")
    request.query("starting_after", starting_after)
    return request

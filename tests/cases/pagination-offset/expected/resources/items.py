# Generated from the description of Items by specloom; edits will be lost.

"""Calls under `items`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.paging import Offset
from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.paging import AsyncPager, Pager
    from ..models.item import Item

__all__ = ["AsyncItemsResource", "ItemsResource"]


class ItemsResource(Resource):
    """Calls under `items`."""

    def list(
        self, *, start: int | None = None, num: int | None = None, ids: Sequence[int] | None = None
    ) -> Pager[Item]:
        """List items, newest first.

        `GET /items`

        Args:
            start: The query parameter `start`.
            num: Items a page. Server default: `10`.
            ids: The query parameter `ids`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.list_response import ListResponse

        return self._pages(_list(start=start, num=num, ids=ids), ListResponse, _ROWS)


class AsyncItemsResource(AsyncResource):
    """Calls under `items`."""

    def list(
        self, *, start: int | None = None, num: int | None = None, ids: Sequence[int] | None = None
    ) -> AsyncPager[Item]:
        """List items, newest first.

        `GET /items`

        Args:
            start: The query parameter `start`.
            num: Items a page. Server default: `10`.
            ids: The query parameter `ids`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.list_response import ListResponse

        return self._pages(_list(start=start, num=num, ids=ids), ListResponse, _ROWS)


_ROWS = Offset("start", items="items", total="totalcount", limit="num")


def _list(*, start: int | None, num: int | None, ids: Sequence[int] | None) -> Request:
    request = Request("GET", "/items")
    request.query("start", start)
    request.query("num", num)
    request.query("ids", ids)
    return request

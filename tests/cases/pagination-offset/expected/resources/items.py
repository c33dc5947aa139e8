# Generated from the description of Items by specloom; edits will be lost.

"""Calls under `items`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_offset import Offset as _Offset
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from ..models.item import Item

__all__ = ["AsyncItemsResource", "ItemsResource"]


class ItemsResource(_PagingResource):
    """Calls under `items`."""

    def list(
        self, *, start: int | None = None, num: int | None = None, ids: _Sequence[int] | None = None
    ) -> _Pager[Item]:
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

        return self._pages(_list_request(start=start, num=num, ids=ids), ListResponse, _ROWS_PAGING)


class AsyncItemsResource(_AsyncPagingResource):
    """Calls under `items`."""

    def list(
        self, *, start: int | None = None, num: int | None = None, ids: _Sequence[int] | None = None
    ) -> _AsyncPager[Item]:
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

        return self._pages(_list_request(start=start, num=num, ids=ids), ListResponse, _ROWS_PAGING)


_ROWS_PAGING = _Offset("start", items="items", total="totalcount")


def _list_request(*, start: int | None, num: int | None, ids: _Sequence[int] | None) -> _Request:
    _request = _Request("GET", "/items")
    _request.numbers(start=start, num=num, ids=ids)
    _request.query("start", start)
    _request.query("num", num)
    _request.query("ids", ids)
    return _request

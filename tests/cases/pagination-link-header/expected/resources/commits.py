# Generated from the description of Commits by specloom; edits will be lost.

"""Calls under `commits`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_links import NextLink as _NextLink
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from ..models.commit import Commit

__all__ = ["AsyncCommitsResource", "CommitsResource"]


class CommitsResource(_PagingResource):
    """Calls under `commits`."""

    def list(self) -> _Pager[Commit]:
        """Call `GET /commits`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.commit import Commit

        return self._pages(_list_request(), list[Commit], _LINK_PAGING)


class AsyncCommitsResource(_AsyncPagingResource):
    """Calls under `commits`."""

    def list(self) -> _AsyncPager[Commit]:
        """Call `GET /commits`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.commit import Commit

        return self._pages(_list_request(), list[Commit], _LINK_PAGING)


_LINK_PAGING = _NextLink()


def _list_request() -> _Request:
    _request = _Request("GET", "/commits")
    return _request

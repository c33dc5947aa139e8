# Generated from the description of Commits by specloom; edits will be lost.

"""Calls under `commits`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.paging import NextLink
from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.paging import AsyncPager, Pager
    from ..models.commit import Commit

__all__ = ["AsyncCommitsResource", "CommitsResource"]


class CommitsResource(Resource):
    """Calls under `commits`."""

    def list(self) -> Pager[Commit]:
        """Call `GET /commits`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.commit import Commit

        return self._pages(_list(), list[Commit], _LINK)


class AsyncCommitsResource(AsyncResource):
    """Calls under `commits`."""

    def list(self) -> AsyncPager[Commit]:
        """Call `GET /commits`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.commit import Commit

        return self._pages(_list(), list[Commit], _LINK)


_LINK = NextLink()


def _list() -> Request:
    request = Request("GET", "/commits")
    return request

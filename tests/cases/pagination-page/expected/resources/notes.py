# Generated from the description of Notes by specloom; edits will be lost.

"""Calls under `notes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_number import PageNumber as _PageNumber
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager

__all__ = ["AsyncNotesResource", "NotesResource"]


class NotesResource(_PagingResource):
    """Calls under `notes`."""

    def list(self, *, page: int | None = None, per_page: int | None = None) -> _Pager[str]:
        """Call `GET /notes`.

        Args:
            page: The query parameter `page`.
            per_page: The query parameter `per_page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.notes import Notes

        return self._pages(_list_request(page=page, per_page=per_page), Notes, _NUMBERED_PAGING)

    def list_old(self, *, page: int | None = None, per_page: int | None = None) -> _Pager[str]:
        """Call `GET /notes/old`.

        Args:
            page: The query parameter `page`.
            per_page: The query parameter `per_page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.notes import Notes

        return self._pages(_list_old_request(page=page, per_page=per_page), Notes, _MORE_PAGING)


class AsyncNotesResource(_AsyncPagingResource):
    """Calls under `notes`."""

    def list(self, *, page: int | None = None, per_page: int | None = None) -> _AsyncPager[str]:
        """Call `GET /notes`.

        Args:
            page: The query parameter `page`.
            per_page: The query parameter `per_page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.notes import Notes

        return self._pages(_list_request(page=page, per_page=per_page), Notes, _NUMBERED_PAGING)

    def list_old(self, *, page: int | None = None, per_page: int | None = None) -> _AsyncPager[str]:
        """Call `GET /notes/old`.

        Args:
            page: The query parameter `page`.
            per_page: The query parameter `per_page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.notes import Notes

        return self._pages(_list_old_request(page=page, per_page=per_page), Notes, _MORE_PAGING)


_NUMBERED_PAGING = _PageNumber("page", items="data.list_", pages="meta.page_count", first=0)


_MORE_PAGING = _PageNumber("page", items="data.list_", more="meta.has_more")


def _list_request(*, page: int | None, per_page: int | None) -> _Request:
    _request = _Request("GET", "/notes")
    _request.numbers(page=page, per_page=per_page)
    _request.query("page", page)
    _request.query("per_page", per_page)
    return _request


def _list_old_request(*, page: int | None, per_page: int | None) -> _Request:
    _request = _Request("GET", "/notes/old")
    _request.numbers(page=page, per_page=per_page)
    _request.query("page", page)
    _request.query("per_page", per_page)
    return _request

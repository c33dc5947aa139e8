# Generated from the description of Notes by specloom; edits will be lost.

"""Calls under `notes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.paging import PageNumber
from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.paging import AsyncPager, Pager

__all__ = ["AsyncNotesResource", "NotesResource"]


class NotesResource(Resource):
    """Calls under `notes`."""

    def list(self, *, page: int | None = None, per_page: int | None = None) -> Pager[str]:
        """Call `GET /notes`.

        Args:
            page: The query parameter `page`.
            per_page: The query parameter `per_page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.notes import Notes

        return self._pages(_list(page=page, per_page=per_page), Notes, _NUMBERED)

    def list_old(self, *, page: int | None = None, per_page: int | None = None) -> Pager[str]:
        """Call `GET /notes/old`.

        Args:
            page: The query parameter `page`.
            per_page: The query parameter `per_page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.notes import Notes

        return self._pages(_list_old(page=page, per_page=per_page), Notes, _MORE)


class AsyncNotesResource(AsyncResource):
    """Calls under `notes`."""

    def list(self, *, page: int | None = None, per_page: int | None = None) -> AsyncPager[str]:
        """Call `GET /notes`.

        Args:
            page: The query parameter `page`.
            per_page: The query parameter `per_page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.notes import Notes

        return self._pages(_list(page=page, per_page=per_page), Notes, _NUMBERED)

    def list_old(self, *, page: int | None = None, per_page: int | None = None) -> AsyncPager[str]:
        """Call `GET /notes/old`.

        Args:
            page: The query parameter `page`.
            per_page: The query parameter `per_page`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.notes import Notes

        return self._pages(_list_old(page=page, per_page=per_page), Notes, _MORE)


_NUMBERED = PageNumber(
    "page", items="data.list_", size="per_page", pages="meta.page_count", first=0
)


_MORE = PageNumber("page", items="data.list_", more="meta.has_more")


def _list(*, page: int | None, per_page: int | None) -> Request:
    request = Request("GET", "/notes")
    request.query("page", page)
    request.query("per_page", per_page)
    return request


def _list_old(*, page: int | None, per_page: int | None) -> Request:
    request = Request("GET", "/notes/old")
    request.query("page", page)
    request.query("per_page", per_page)
    return request

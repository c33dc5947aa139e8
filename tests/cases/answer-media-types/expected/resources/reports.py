# Generated from the description of Reports by specloom; edits will be lost.

"""Calls under `reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload as _overload

from .._runtime.features.content import write_content as _write_content
from .._runtime.features.elsewhere import follow_elsewhere as _follow_elsewhere
from .._runtime.features.formats import (
    AsyncFormatsResource as _AsyncFormatsResource,
    FormatsResource as _FormatsResource,
)
from .._runtime.features.media_types import (
    ask_for as _ask_for,
    choose_body as _choose_body,
    takes_only as _takes_only,
)
from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_number import PageNumber as _PageNumber
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Awaitable as _Awaitable
    from typing import Literal as _Literal

    from .._runtime.features.content import AnyContent as _AnyContent
    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.unset import Unset as _Unset
    from ..models.get_report_response_json_version2 import GetReportResponseJsonVersion2
    from ..models.report import Report

__all__ = ["AsyncReportsResource", "ReportsResource"]


class ReportsResource(_PagingResource, _FormatsResource):
    """Calls under `reports`."""

    @_overload
    def list_reports(
        self, *, page: int | None = None, accept: _Literal["application/json"] = "application/json"
    ) -> _Pager[Report]: ...
    @_overload
    def list_reports(self, *, accept: _Literal["text/csv"], page: int | None = None) -> str: ...
    def list_reports(
        self, *, page: int | None = None, accept: str = "application/json"
    ) -> _Pager[Report] | str:
        """List reports.

        `GET /reports`

        Args:
            page: The query parameter `page`.
            accept: The media type that the answer is to have.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.page import Page

        if accept != "application/json":
            from .._runtime.features.by_media_type import by_media_type as _by_media_type

            _answer: str = self._read(
                _list_reports_request(page=page, accept=accept),
                _by_media_type({"application/json": Page, "text/csv": str}),
            )
            return _answer
        return self._pages(_list_reports_request(page=page, accept=accept), Page, _PAGES_PAGING)

    @_overload
    def get_report(
        self,
        id: int,
        *,
        accept: str | None = None,
        accept_header: _Literal["application/json; version=1"] = "application/json; version=1",
    ) -> Report | str: ...
    @_overload
    def get_report(
        self,
        id: int,
        *,
        accept_header: _Literal["application/json; version=2"],
        accept: str | None = None,
    ) -> GetReportResponseJsonVersion2 | str: ...
    @_overload
    def get_report(
        self, id: int, *, accept_header: _Literal["application/pdf"], accept: str | None = None
    ) -> bytes | str: ...
    def get_report(
        self,
        id: int,
        *,
        accept: str | None = None,
        accept_header: str = "application/json; version=1",
    ) -> Report | str | GetReportResponseJsonVersion2 | bytes:
        """Read a report, in the media type that is asked for.

        `GET /reports/{id}`

        Args:
            id: The path parameter `id`.
            accept: The query parameter `accept`.
            accept_header: The media type that the answer is to have.
        """
        from .._runtime.features.by_media_type import (
            by_status_and_media_type as _by_status_and_media_type,
        )
        from ..models.get_report_response_json_version2 import GetReportResponseJsonVersion2
        from ..models.report import Report

        _answer: Report | str | GetReportResponseJsonVersion2 | bytes = self._read(
            _get_report_request(id, accept=accept, accept_header=accept_header),
            _by_status_and_media_type(
                {
                    200: {
                        "application/json; version=1": Report,
                        "application/json; version=2": GetReportResponseJsonVersion2,
                        "application/pdf": bytes,
                    },
                    202: {"text/plain": str},
                }
            ),
        )
        return _answer

    @_overload
    def get_cover(
        self,
        id: int,
        *,
        accept: _Literal["application/json", "application/hal+json"] = "application/json",
    ) -> Report: ...
    @_overload
    def get_cover(self, id: int, *, accept: _Literal["image/*"]) -> bytes: ...
    @_overload
    def get_cover(self, id: int, *, accept: str) -> Report | bytes: ...
    def get_cover(self, id: int, *, accept: str = "application/json") -> Report | bytes:
        """Read the picture in front of a report, or what is said of it.

        `GET /reports/{id}/cover`

        Args:
            id: The path parameter `id`.
            accept: The media type that the answer is to have. One in `image/*` can be asked
                for, too.
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type
        from ..models.report import Report

        _answer: Report | bytes = self._read(
            _get_cover_request(id, accept=accept),
            _by_media_type(
                {"application/json": Report, "application/hal+json": Report, "image/*": bytes}
            ),
        )
        return _answer

    @_overload
    def replace_cover(
        self,
        id: int,
        *,
        title: str | _Unset = _UNSET,
        content_type: _Literal["application/json"] = "application/json",
        accept: _Literal["application/json", "application/hal+json"] = "application/json",
    ) -> Report: ...
    @_overload
    def replace_cover(
        self,
        id: int,
        *,
        accept: _Literal["image/*"],
        title: str | _Unset = _UNSET,
        content_type: _Literal["application/json"] = "application/json",
    ) -> bytes: ...
    @_overload
    def replace_cover(
        self,
        id: int,
        *,
        content_type: _Literal["image/*"] | str,
        body: _AnyContent | _Unset = _UNSET,
        accept: _Literal["application/json", "application/hal+json"] = "application/json",
    ) -> Report: ...
    @_overload
    def replace_cover(
        self,
        id: int,
        *,
        content_type: _Literal["image/*"] | str,
        accept: _Literal["image/*"],
        body: _AnyContent | _Unset = _UNSET,
    ) -> bytes: ...
    @_overload
    def replace_cover(
        self,
        id: int,
        *,
        accept: str,
        title: str | _Unset = _UNSET,
        content_type: _Literal["application/json"] = "application/json",
    ) -> Report | bytes: ...
    @_overload
    def replace_cover(
        self,
        id: int,
        *,
        content_type: _Literal["image/*"] | str,
        accept: str,
        body: _AnyContent | _Unset = _UNSET,
    ) -> Report | bytes: ...
    def replace_cover(
        self,
        id: int,
        *,
        title: str | _Unset = _UNSET,
        body: _AnyContent | _Unset = _UNSET,
        content_type: str = "application/json",
        accept: str = "application/json",
    ) -> Report | bytes:
        """Call `POST /reports/{id}/cover`.

        Args:
            id: The path parameter `id`.
            title: `title` of the body.
            body: The body.
            content_type: The media type of the body.
            accept: The media type that the answer is to have. One in `image/*` can be asked
                for, too.
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type
        from ..models.report import Report

        _answer: Report | bytes = self._read(
            _replace_cover_request(
                id, title=title, body=body, content_type=content_type, accept=accept
            ),
            _by_media_type(
                {"application/json": Report, "application/hal+json": Report, "image/*": bytes}
            ),
        )
        return _answer

    def get_photo(
        self, id: int, *, accept: _Literal["*/*", "image/png", "image/jpeg"] = "*/*"
    ) -> bytes:
        """Read a photo.

        `GET /reports/{id}/photo`

        Args:
            id: The path parameter `id`.
            accept: The media type that the answer is to have.
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type

        _answer: bytes = self._read(
            _get_photo_request(id, accept=accept),
            _by_media_type({"image/png": bytes, "image/jpeg": bytes}),
        )
        return _answer


class AsyncReportsResource(_AsyncPagingResource, _AsyncFormatsResource):
    """Calls under `reports`."""

    @_overload
    def list_reports(
        self, *, page: int | None = None, accept: _Literal["application/json"] = "application/json"
    ) -> _AsyncPager[Report]: ...
    @_overload
    def list_reports(
        self, *, accept: _Literal["text/csv"], page: int | None = None
    ) -> _Awaitable[str]: ...
    def list_reports(
        self, *, page: int | None = None, accept: str = "application/json"
    ) -> _AsyncPager[Report] | _Awaitable[str]:
        """List reports.

        `GET /reports`

        Args:
            page: The query parameter `page`.
            accept: The media type that the answer is to have.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.page import Page

        if accept != "application/json":
            from .._runtime.features.by_media_type import by_media_type as _by_media_type

            _answer: _Awaitable[str] = self._read(
                _list_reports_request(page=page, accept=accept),
                _by_media_type({"application/json": Page, "text/csv": str}),
            )
            return _answer
        return self._pages(_list_reports_request(page=page, accept=accept), Page, _PAGES_PAGING)

    @_overload
    async def get_report(
        self,
        id: int,
        *,
        accept: str | None = None,
        accept_header: _Literal["application/json; version=1"] = "application/json; version=1",
    ) -> Report | str: ...
    @_overload
    async def get_report(
        self,
        id: int,
        *,
        accept_header: _Literal["application/json; version=2"],
        accept: str | None = None,
    ) -> GetReportResponseJsonVersion2 | str: ...
    @_overload
    async def get_report(
        self, id: int, *, accept_header: _Literal["application/pdf"], accept: str | None = None
    ) -> bytes | str: ...
    async def get_report(
        self,
        id: int,
        *,
        accept: str | None = None,
        accept_header: str = "application/json; version=1",
    ) -> Report | str | GetReportResponseJsonVersion2 | bytes:
        """Read a report, in the media type that is asked for.

        `GET /reports/{id}`

        Args:
            id: The path parameter `id`.
            accept: The query parameter `accept`.
            accept_header: The media type that the answer is to have.
        """
        from .._runtime.features.by_media_type import (
            by_status_and_media_type as _by_status_and_media_type,
        )
        from ..models.get_report_response_json_version2 import GetReportResponseJsonVersion2
        from ..models.report import Report

        _answer: Report | str | GetReportResponseJsonVersion2 | bytes = await self._read(
            _get_report_request(id, accept=accept, accept_header=accept_header),
            _by_status_and_media_type(
                {
                    200: {
                        "application/json; version=1": Report,
                        "application/json; version=2": GetReportResponseJsonVersion2,
                        "application/pdf": bytes,
                    },
                    202: {"text/plain": str},
                }
            ),
        )
        return _answer

    @_overload
    async def get_cover(
        self,
        id: int,
        *,
        accept: _Literal["application/json", "application/hal+json"] = "application/json",
    ) -> Report: ...
    @_overload
    async def get_cover(self, id: int, *, accept: _Literal["image/*"]) -> bytes: ...
    @_overload
    async def get_cover(self, id: int, *, accept: str) -> Report | bytes: ...
    async def get_cover(self, id: int, *, accept: str = "application/json") -> Report | bytes:
        """Read the picture in front of a report, or what is said of it.

        `GET /reports/{id}/cover`

        Args:
            id: The path parameter `id`.
            accept: The media type that the answer is to have. One in `image/*` can be asked
                for, too.
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type
        from ..models.report import Report

        _answer: Report | bytes = await self._read(
            _get_cover_request(id, accept=accept),
            _by_media_type(
                {"application/json": Report, "application/hal+json": Report, "image/*": bytes}
            ),
        )
        return _answer

    @_overload
    async def replace_cover(
        self,
        id: int,
        *,
        title: str | _Unset = _UNSET,
        content_type: _Literal["application/json"] = "application/json",
        accept: _Literal["application/json", "application/hal+json"] = "application/json",
    ) -> Report: ...
    @_overload
    async def replace_cover(
        self,
        id: int,
        *,
        accept: _Literal["image/*"],
        title: str | _Unset = _UNSET,
        content_type: _Literal["application/json"] = "application/json",
    ) -> bytes: ...
    @_overload
    async def replace_cover(
        self,
        id: int,
        *,
        content_type: _Literal["image/*"] | str,
        body: _AnyContent | _Unset = _UNSET,
        accept: _Literal["application/json", "application/hal+json"] = "application/json",
    ) -> Report: ...
    @_overload
    async def replace_cover(
        self,
        id: int,
        *,
        content_type: _Literal["image/*"] | str,
        accept: _Literal["image/*"],
        body: _AnyContent | _Unset = _UNSET,
    ) -> bytes: ...
    @_overload
    async def replace_cover(
        self,
        id: int,
        *,
        accept: str,
        title: str | _Unset = _UNSET,
        content_type: _Literal["application/json"] = "application/json",
    ) -> Report | bytes: ...
    @_overload
    async def replace_cover(
        self,
        id: int,
        *,
        content_type: _Literal["image/*"] | str,
        accept: str,
        body: _AnyContent | _Unset = _UNSET,
    ) -> Report | bytes: ...
    async def replace_cover(
        self,
        id: int,
        *,
        title: str | _Unset = _UNSET,
        body: _AnyContent | _Unset = _UNSET,
        content_type: str = "application/json",
        accept: str = "application/json",
    ) -> Report | bytes:
        """Call `POST /reports/{id}/cover`.

        Args:
            id: The path parameter `id`.
            title: `title` of the body.
            body: The body.
            content_type: The media type of the body.
            accept: The media type that the answer is to have. One in `image/*` can be asked
                for, too.
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type
        from ..models.report import Report

        _answer: Report | bytes = await self._read(
            _replace_cover_request(
                id, title=title, body=body, content_type=content_type, accept=accept
            ),
            _by_media_type(
                {"application/json": Report, "application/hal+json": Report, "image/*": bytes}
            ),
        )
        return _answer

    async def get_photo(
        self, id: int, *, accept: _Literal["*/*", "image/png", "image/jpeg"] = "*/*"
    ) -> bytes:
        """Read a photo.

        `GET /reports/{id}/photo`

        Args:
            id: The path parameter `id`.
            accept: The media type that the answer is to have.
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type

        _answer: bytes = await self._read(
            _get_photo_request(id, accept=accept),
            _by_media_type({"image/png": bytes, "image/jpeg": bytes}),
        )
        return _answer


_PAGES_PAGING = _PageNumber("page", items="reports")


def _list_reports_request(*, page: int | None, accept: str) -> _Request:
    _request = _Request("GET", "/reports")
    _ask_for(_request, accept, "application/json", "text/csv")
    _request.numbers(page=page)
    _request.query("page", page)
    return _request


def _get_report_request(id: int, *, accept: str | None, accept_header: str) -> _Request:
    _request = _Request("GET", "/reports/{id}")
    _ask_for(
        _request,
        accept_header,
        "application/json; version=1",
        "application/json; version=2",
        "application/pdf",
        argument="accept_header",
        also="text/plain",
    )
    _request.numbers(id=id)
    _request.path("id", id)
    _request.query("accept", accept)
    return _request


def _get_cover_request(id: int, *, accept: str) -> _Request:
    _request = _Request("GET", "/reports/{id}/cover")
    _ask_for(_request, accept, "application/json", "application/hal+json", "image/*")
    _request.numbers(id=id)
    _request.path("id", id)
    return _request


def _replace_cover_request(
    id: int, *, title: str | _Unset, body: _AnyContent | _Unset, content_type: str, accept: str
) -> _Request:
    _media_type = _choose_body(content_type, "application/json", "image/*")
    _request = _Request("POST", "/reports/{id}/cover", media_type=_media_type, optional_body=True)
    _ask_for(_request, accept, "application/json", "application/hal+json", "image/*")
    _request.numbers(id=id)
    _request.path("id", id)
    if _media_type == "application/json":
        _takes_only(_media_type, ["title"], body=body)
        _request.field("title", title)
    else:
        _takes_only(_media_type, ["body"], title=title)
        _write_content(_request, body, content_type)
    return _request


def _get_photo_request(id: int, *, accept: str) -> _Request:
    _request = _Request("GET", "/reports/{id}/photo", elsewhere=_follow_elsewhere)
    _ask_for(_request, accept, "*/*", "image/png", "image/jpeg")
    _request.numbers(id=id)
    _request.path("id", id)
    return _request

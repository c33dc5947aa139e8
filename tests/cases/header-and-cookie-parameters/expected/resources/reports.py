# Generated from the description of Reports by specloom; edits will be lost.

"""Calls under `reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.cookies import add_cookie as _add_cookie
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence
    from uuid import UUID as _UUID

__all__ = ["AsyncReportsResource", "ReportsResource"]


class ReportsResource(_Resource):
    """Calls under `reports`."""

    def list_reports(
        self,
        *,
        x_request_id: _UUID | str,
        if_modified_since: str | None = None,
        x_fields: _Sequence[str] | None = None,
        session_id: str | None = None,
    ) -> None:
        """Call `GET /reports`.

        Args:
            x_request_id: Comes back in the answer.
            if_modified_since: The header parameter `If-Modified-Since`.
            x_fields: The header parameter `X-Fields`.
            session_id: The cookie parameter `session-id`.
        """
        self._nothing(
            _list_reports_request(
                x_request_id=x_request_id,
                if_modified_since=if_modified_since,
                x_fields=x_fields,
                session_id=session_id,
            )
        )


class AsyncReportsResource(_AsyncResource):
    """Calls under `reports`."""

    async def list_reports(
        self,
        *,
        x_request_id: _UUID | str,
        if_modified_since: str | None = None,
        x_fields: _Sequence[str] | None = None,
        session_id: str | None = None,
    ) -> None:
        """Call `GET /reports`.

        Args:
            x_request_id: Comes back in the answer.
            if_modified_since: The header parameter `If-Modified-Since`.
            x_fields: The header parameter `X-Fields`.
            session_id: The cookie parameter `session-id`.
        """
        await self._nothing(
            _list_reports_request(
                x_request_id=x_request_id,
                if_modified_since=if_modified_since,
                x_fields=x_fields,
                session_id=session_id,
            )
        )


def _list_reports_request(
    *,
    x_request_id: _UUID | str,
    if_modified_since: str | None,
    x_fields: _Sequence[str] | None,
    session_id: str | None,
) -> _Request:
    _request = _Request("GET", "/reports")
    _request.require(x_request_id=x_request_id)
    _request.header("X-Request-ID", x_request_id)
    _request.header("If-Modified-Since", if_modified_since)
    _request.header("X-Fields", x_fields)
    _add_cookie(_request, "session-id", session_id)
    return _request

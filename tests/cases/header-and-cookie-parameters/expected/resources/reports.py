# Generated from the description of Reports by specloom; edits will be lost.

"""Calls under `reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

__all__ = ["AsyncReportsResource", "ReportsResource"]


class ReportsResource(Resource):
    """Calls under `reports`."""

    def list_reports(
        self,
        *,
        x_request_id: UUID | str,
        if_modified_since: str | None = None,
        x_fields: Sequence[str] | None = None,
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
            _list_reports(
                x_request_id=x_request_id,
                if_modified_since=if_modified_since,
                x_fields=x_fields,
                session_id=session_id,
            )
        )


class AsyncReportsResource(AsyncResource):
    """Calls under `reports`."""

    async def list_reports(
        self,
        *,
        x_request_id: UUID | str,
        if_modified_since: str | None = None,
        x_fields: Sequence[str] | None = None,
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
            _list_reports(
                x_request_id=x_request_id,
                if_modified_since=if_modified_since,
                x_fields=x_fields,
                session_id=session_id,
            )
        )


def _list_reports(
    *,
    x_request_id: UUID | str,
    if_modified_since: str | None,
    x_fields: Sequence[str] | None,
    session_id: str | None,
) -> Request:
    request = Request("GET", "/reports")
    request.require(x_request_id=x_request_id)
    request.header("X-Request-ID", x_request_id)
    request.header("If-Modified-Since", if_modified_since)
    request.header("X-Fields", x_fields)
    request.cookie("session-id", session_id)
    return request

# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `emails.document_types`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.email_document_type_list import EmailDocumentTypeList

__all__ = ["AsyncEmailsDocumentTypes", "EmailsDocumentTypes"]


class EmailsDocumentTypes(_Resource):
    """Calls under `emails.document_types`."""

    def list(self) -> EmailDocumentTypeList:
        """List the documents that can be attached to e-mails.

        Gives all of them at once. They are the same for every tenant and do not change by
        themselves.

        `GET /emails/document-types`

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.email_document_type_list import EmailDocumentTypeList

        return self._json(_list_request(), EmailDocumentTypeList)


class AsyncEmailsDocumentTypes(_AsyncResource):
    """Calls under `emails.document_types`."""

    async def list(self) -> EmailDocumentTypeList:
        """List the documents that can be attached to e-mails.

        Gives all of them at once. They are the same for every tenant and do not change by
        themselves.

        `GET /emails/document-types`

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.email_document_type_list import EmailDocumentTypeList

        return await self._json(_list_request(), EmailDocumentTypeList)


def _list_request() -> _Request:
    _request = _Request("GET", "/emails/document-types")
    return _request

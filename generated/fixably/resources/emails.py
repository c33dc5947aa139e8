# Generated from the description of Fixably API by specloom; edits will be lost.

"""E-mails about orders, their templates and the documents to attach."""

from __future__ import annotations

from functools import cached_property as _cached_property
from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.unset import Unset as _Unset
    from ..inputs.email_document_type_code_input import EmailDocumentTypeCodeInput
    from ..models.email_sent import EmailSent
    from .emails_document_types import AsyncEmailsDocumentTypes, EmailsDocumentTypes
    from .emails_templates import AsyncEmailsTemplates, EmailsTemplates

__all__ = ["AsyncEmails", "Emails"]


class Emails(_Resource):
    """E-mails about orders, their templates and the documents to attach."""

    @_cached_property
    def document_types(self) -> EmailsDocumentTypes:
        """Calls under `emails.document_types`."""
        from .emails_document_types import EmailsDocumentTypes

        return EmailsDocumentTypes(self._session)

    @_cached_property
    def templates(self) -> EmailsTemplates:
        """Calls under `emails.templates`."""
        from .emails_templates import EmailsTemplates

        return EmailsTemplates(self._session)

    def send(
        self,
        *,
        template: str,
        document_types: _Sequence[EmailDocumentTypeCodeInput],
        order_id: int,
        email: str | _Unset = _UNSET,
        disable_file_notifications: bool | _Unset = _UNSET,
    ) -> EmailSent:
        """Send an e-mail about an order.

        Goes to the contact or the user of the order, unless `email` names another address. The
        template has to be there in the language of the customer. Attached documents are added to
        the order.

        `POST /emails/send`

        Args:
            template: Name of the template. There has to be one of this name in the language of
                the customer.
            document_types: Codes of the documents to attach; may be empty.
            order_id: Id of the order that the e-mail is about.
            email: Address to send to, instead of that of the order's contact or user.
            disable_file_notifications: Whether technicians are spared the notifications about
                the documents, which are added to the order.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.email_sent import EmailSent

        return self._json(
            _send_request(
                template=template,
                document_types=document_types,
                order_id=order_id,
                email=email,
                disable_file_notifications=disable_file_notifications,
            ),
            EmailSent,
        )


class AsyncEmails(_AsyncResource):
    """E-mails about orders, their templates and the documents to attach."""

    @_cached_property
    def document_types(self) -> AsyncEmailsDocumentTypes:
        """Calls under `emails.document_types`."""
        from .emails_document_types import AsyncEmailsDocumentTypes

        return AsyncEmailsDocumentTypes(self._session)

    @_cached_property
    def templates(self) -> AsyncEmailsTemplates:
        """Calls under `emails.templates`."""
        from .emails_templates import AsyncEmailsTemplates

        return AsyncEmailsTemplates(self._session)

    async def send(
        self,
        *,
        template: str,
        document_types: _Sequence[EmailDocumentTypeCodeInput],
        order_id: int,
        email: str | _Unset = _UNSET,
        disable_file_notifications: bool | _Unset = _UNSET,
    ) -> EmailSent:
        """Send an e-mail about an order.

        Goes to the contact or the user of the order, unless `email` names another address. The
        template has to be there in the language of the customer. Attached documents are added to
        the order.

        `POST /emails/send`

        Args:
            template: Name of the template. There has to be one of this name in the language of
                the customer.
            document_types: Codes of the documents to attach; may be empty.
            order_id: Id of the order that the e-mail is about.
            email: Address to send to, instead of that of the order's contact or user.
            disable_file_notifications: Whether technicians are spared the notifications about
                the documents, which are added to the order.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.email_sent import EmailSent

        return await self._json(
            _send_request(
                template=template,
                document_types=document_types,
                order_id=order_id,
                email=email,
                disable_file_notifications=disable_file_notifications,
            ),
            EmailSent,
        )


def _send_request(
    *,
    template: str,
    document_types: _Sequence[EmailDocumentTypeCodeInput],
    order_id: int,
    email: str | _Unset,
    disable_file_notifications: bool | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items

    _request = _Request("POST", "/emails/send", idempotent=False)
    _request.require(template=template, document_types=document_types, order_id=order_id)
    _request.numbers(order_id=order_id)
    _request.field("template", template)
    _request.field("documentTypes", document_types, _Items())
    _request.field("orderId", order_id)
    _request.field("email", email)
    _request.field("disableFileNotifications", disable_file_notifications)
    return _request

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InvoicePayload`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .webhook_action import WebhookAction

__all__ = ["InvoicePayload"]


class InvoicePayload(_Model):
    """An invoice was created or voided."""

    id: int
    """Id of the resource that the event is about, such as the order's or the invoice's."""

    action: WebhookAction
    """What happened to it."""

    type: str | None = None
    """What kind of invoice it is."""

    order_id: _Annotated[int | None, _Field(alias="orderId")] = None
    """Id of the order that was invoiced."""

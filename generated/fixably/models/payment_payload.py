# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PaymentPayload`."""

from __future__ import annotations

from decimal import Decimal as _Decimal
from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model
from .webhook_action import WebhookAction

__all__ = ["PaymentPayload"]


class PaymentPayload(_Model):
    """A payment was created."""

    id: int
    """Id of the resource that the event is about, such as the order's or the invoice's."""

    action: WebhookAction
    """What happened to it."""

    invoice_id: _Annotated[int | None, _Field(alias="invoiceId")] = None
    """Id of the invoice that was paid."""

    order_id: _Annotated[int | None, _Field(alias="orderId")] = None
    """Id of the order that was invoiced."""

    amount: _Decimal | None = None
    """Amount that was paid."""

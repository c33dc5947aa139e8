# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PaymentPayload`."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .webhook_action import WebhookAction

__all__ = ["PaymentPayload"]


class PaymentPayload(Model):
    """A payment was created."""

    id: int
    """Id of the resource that the event is about, such as the order's or the invoice's."""

    action: WebhookAction
    """What happened to it."""

    invoice_id: Annotated[int | None, Field(alias="invoiceId")] = None
    """Id of the invoice that was paid."""

    order_id: Annotated[int | None, Field(alias="orderId")] = None
    """Id of the order that was invoiced."""

    amount: Decimal | None = None
    """Amount that was paid."""

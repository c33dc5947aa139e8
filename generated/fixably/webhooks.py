# Generated from the description of Fixably API by specloom; edits will be lost.

"""The requests that Fixably API sends on its own, and how to read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from ._runtime.webhooks import (
    BrokenBodyError,
    MissingTokenError,
    UnknownEventError,
    WebhookError,
    WrongTokenError,
    receive,
)

if TYPE_CHECKING:
    from ._runtime.configuration import OnMismatch
    from .models.invoice_payload import InvoicePayload
    from .models.payment_payload import PaymentPayload
    from .models.webhook_payload import WebhookPayload

__all__ = [
    "AppointmentEvent",
    "BrokenBodyError",
    "CustomerEvent",
    "Event",
    "InvoiceEvent",
    "MissingTokenError",
    "NoteEvent",
    "OrderEvent",
    "OrderLineEvent",
    "PaymentEvent",
    "ProductEvent",
    "StockQuantityEvent",
    "UnknownEventError",
    "WebhookError",
    "WrongTokenError",
    "parse",
]


@dataclass(frozen=True, slots=True)
class NoteEvent:
    """An order note was created.

    A note was added to an order.
    """

    payload: WebhookPayload
    type: Literal["note"] = "note"


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """An order was created or changed.

    An order was created, edited or updated. How edited and updated differ is not said.
    """

    payload: WebhookPayload
    type: Literal["order"] = "order"


@dataclass(frozen=True, slots=True)
class InvoiceEvent:
    """An invoice was created or voided."""

    payload: InvoicePayload
    type: Literal["invoice"] = "invoice"


@dataclass(frozen=True, slots=True)
class AppointmentEvent:
    """An appointment was created or changed."""

    payload: WebhookPayload
    type: Literal["appointment"] = "appointment"


@dataclass(frozen=True, slots=True)
class CustomerEvent:
    """A customer was created, changed or deleted.

    A customer was created, edited or deleted.
    """

    payload: WebhookPayload
    type: Literal["customer"] = "customer"


@dataclass(frozen=True, slots=True)
class OrderLineEvent:
    """An order line was created, changed or deleted.

    A line of an order was created, edited or deleted.
    """

    payload: WebhookPayload
    type: Literal["order_line"] = "order_line"


@dataclass(frozen=True, slots=True)
class StockQuantityEvent:
    """A quantity in stock was changed.

    The quantity of a product in a stock was edited.
    """

    payload: WebhookPayload
    type: Literal["stock_quantity"] = "stock_quantity"


@dataclass(frozen=True, slots=True)
class PaymentEvent:
    """A payment was created."""

    payload: PaymentPayload
    type: Literal["payment"] = "payment"


@dataclass(frozen=True, slots=True)
class ProductEvent:
    """A product was created or changed.

    A product was created or edited.
    """

    payload: WebhookPayload
    type: Literal["product"] = "product"


Event: TypeAlias = (
    NoteEvent
    | OrderEvent
    | InvoiceEvent
    | AppointmentEvent
    | CustomerEvent
    | OrderLineEvent
    | StockQuantityEvent
    | PaymentEvent
    | ProductEvent
)
"""Tell them apart by class or by `type`."""


def parse(
    headers: Mapping[str, str],
    body: bytes | str,
    *,
    secret: str | None,
    on_mismatch: OnMismatch = "warn",
) -> Event:
    """Return the event that a request tells of, after checking who sent it.

    Args:
        headers: The request's header fields; the case of their names does not matter.
        body: The request's body, as it came.
        secret: What the server was told to send as its token; None: the sender is not checked.
        on_mismatch: What happens when the body contradicts the description: warn, ignore, raise, or
            a function to call.

    Raises:
        MissingTokenError: There is no token.
        WrongTokenError: The token is not the secret.
        UnknownEventError: There is no such event.
        BrokenBodyError: The body is no JSON.
    """
    delivery = receive(headers, body, secret, token_header="Token", event_header="Payload-Type")
    if delivery.event == "note":
        from .models.webhook_payload import WebhookPayload

        return NoteEvent(delivery.payload(WebhookPayload, on_mismatch))
    if delivery.event == "order":
        from .models.webhook_payload import WebhookPayload

        return OrderEvent(delivery.payload(WebhookPayload, on_mismatch))
    if delivery.event == "invoice":
        from .models.invoice_payload import InvoicePayload

        return InvoiceEvent(delivery.payload(InvoicePayload, on_mismatch))
    if delivery.event == "appointment":
        from .models.webhook_payload import WebhookPayload

        return AppointmentEvent(delivery.payload(WebhookPayload, on_mismatch))
    if delivery.event == "customer":
        from .models.webhook_payload import WebhookPayload

        return CustomerEvent(delivery.payload(WebhookPayload, on_mismatch))
    if delivery.event == "order_line":
        from .models.webhook_payload import WebhookPayload

        return OrderLineEvent(delivery.payload(WebhookPayload, on_mismatch))
    if delivery.event == "stock_quantity":
        from .models.webhook_payload import WebhookPayload

        return StockQuantityEvent(delivery.payload(WebhookPayload, on_mismatch))
    if delivery.event == "payment":
        from .models.payment_payload import PaymentPayload

        return PaymentEvent(delivery.payload(PaymentPayload, on_mismatch))
    if delivery.event == "product":
        from .models.webhook_payload import WebhookPayload

        return ProductEvent(delivery.payload(WebhookPayload, on_mismatch))
    raise delivery.unknown()

# Generated from the description of Fixably API by specloom; edits will be lost.

"""The requests that Fixably API sends on its own, and how to read them."""

from __future__ import annotations

from dataclasses import dataclass as _dataclass
from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

from ._runtime.features.webhook_login import Login, LoginCheck as _LoginCheck
from ._runtime.features.webhooks import (
    BrokenBodyError,
    MissingTokenError,
    TokenCheck as _TokenCheck,
    UnknownEventError,
    WebhookError,
    WrongTokenError,
    receive as _receive,
)

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping
    from typing import Literal as _Literal

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from .models.invoice_payload import InvoicePayload
    from .models.payment_payload import PaymentPayload
    from .models.webhook_payload import WebhookPayload

__all__ = [
    "AppointmentEvent",
    "BrokenBodyError",
    "CustomerEvent",
    "Event",
    "InvoiceEvent",
    "Login",
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


@_dataclass(frozen=True, slots=True)
class NoteEvent:
    """An order note was created.

    A note was added to an order.
    """

    payload: WebhookPayload
    type: _Literal["note"] = "note"


@_dataclass(frozen=True, slots=True)
class OrderEvent:
    """An order was created or changed.

    An order was created, edited or updated. How edited and updated differ is not said.
    """

    payload: WebhookPayload
    type: _Literal["order"] = "order"


@_dataclass(frozen=True, slots=True)
class InvoiceEvent:
    """An invoice was created or voided."""

    payload: InvoicePayload
    type: _Literal["invoice"] = "invoice"


@_dataclass(frozen=True, slots=True)
class AppointmentEvent:
    """An appointment was created or changed."""

    payload: WebhookPayload
    type: _Literal["appointment"] = "appointment"


@_dataclass(frozen=True, slots=True)
class CustomerEvent:
    """A customer was created, changed or deleted.

    A customer was created, edited or deleted.
    """

    payload: WebhookPayload
    type: _Literal["customer"] = "customer"


@_dataclass(frozen=True, slots=True)
class OrderLineEvent:
    """An order line was created, changed or deleted.

    A line of an order was created, edited or deleted.
    """

    payload: WebhookPayload
    type: _Literal["order_line"] = "order_line"


@_dataclass(frozen=True, slots=True)
class StockQuantityEvent:
    """A quantity in stock was changed.

    The quantity of a product in a stock was edited.
    """

    payload: WebhookPayload
    type: _Literal["stock_quantity"] = "stock_quantity"


@_dataclass(frozen=True, slots=True)
class PaymentEvent:
    """A payment was created."""

    payload: PaymentPayload
    type: _Literal["payment"] = "payment"


@_dataclass(frozen=True, slots=True)
class ProductEvent:
    """A product was created or changed.

    A product was created or edited.
    """

    payload: WebhookPayload
    type: _Literal["product"] = "product"


Event: _TypeAlias = (
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
    headers: _Mapping[str, str],
    body: bytes | str,
    *,
    secret: str | Login | None,
    query: str | _Mapping[str, str] = "",
    on_mismatch: _OnMismatch = "warn",
) -> Event:
    """Return the event that a request tells of, after checking who sent it.

    Args:
        headers: The request's header fields; the case of their names does not matter.
        body: The request's body, as it came.
        secret: What the server was told to send; None: the sender is not checked.
        query: The query of the request's URL, where user name and password may stand; HTTP Basic in the
            headers is taken as well.
        on_mismatch: What happens when the body contradicts the description: warn, ignore, raise, or
            a function to call.

    Raises:
        MissingTokenError: There is nothing that proves who sent it.
        WrongTokenError: It is not that of the secret.
        UnknownEventError: There is no such event.
        BrokenBodyError: The body is no JSON.
    """
    from .models.webhook_payload import WebhookPayload

    _delivery = _receive(
        headers,
        body,
        secret,
        _TokenCheck("Token"),
        _LoginCheck("username", "password", query),
        event_header="Payload-Type",
    )
    if _delivery.event == "note":
        return NoteEvent(_delivery.payload(WebhookPayload, on_mismatch))
    if _delivery.event == "order":
        return OrderEvent(_delivery.payload(WebhookPayload, on_mismatch))
    if _delivery.event == "invoice":
        from .models.invoice_payload import InvoicePayload

        return InvoiceEvent(_delivery.payload(InvoicePayload, on_mismatch))
    if _delivery.event == "appointment":
        return AppointmentEvent(_delivery.payload(WebhookPayload, on_mismatch))
    if _delivery.event == "customer":
        return CustomerEvent(_delivery.payload(WebhookPayload, on_mismatch))
    if _delivery.event == "order_line":
        return OrderLineEvent(_delivery.payload(WebhookPayload, on_mismatch))
    if _delivery.event == "stock_quantity":
        return StockQuantityEvent(_delivery.payload(WebhookPayload, on_mismatch))
    if _delivery.event == "payment":
        from .models.payment_payload import PaymentPayload

        return PaymentEvent(_delivery.payload(PaymentPayload, on_mismatch))
    if _delivery.event == "product":
        return ProductEvent(_delivery.payload(WebhookPayload, on_mismatch))
    raise _delivery.unknown()

# Generated from the description of Workshop by specloom; edits will be lost.

"""The requests that Workshop sends on its own, and how to read them."""

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
    from .models.order_change import OrderChange
    from .models.order_lines_payload import OrderLinesPayload

__all__ = [
    "BackupEvent",
    "BrokenBodyError",
    "Event",
    "MissingTokenError",
    "OrderEvent",
    "OrderLinesEvent",
    "PingEvent",
    "UnknownEventError",
    "WebhookError",
    "WrongTokenError",
    "parse",
]


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """An order was changed."""

    payload: OrderChange
    type: Literal["order"] = "order"


@dataclass(frozen=True, slots=True)
class OrderLinesEvent:
    """The event `order-lines`."""

    payload: list[OrderLinesPayload]
    type: Literal["order-lines"] = "order-lines"


@dataclass(frozen=True, slots=True)
class BackupEvent:
    """The nightly backup, as one file."""

    payload: bytes
    type: Literal["backup"] = "backup"


@dataclass(frozen=True, slots=True)
class PingEvent:
    """The event `ping_event`."""

    type: Literal["ping_event"] = "ping_event"


Event: TypeAlias = OrderEvent | OrderLinesEvent | BackupEvent | PingEvent
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
    delivery = receive(headers, body, secret, token_header="X-Token", event_header="X-Event")
    if delivery.event == "order":
        from .models.order_change import OrderChange

        return OrderEvent(delivery.payload(OrderChange, on_mismatch))
    if delivery.event == "order-lines":
        from .models.order_lines_payload import OrderLinesPayload

        return OrderLinesEvent(delivery.payload(list[OrderLinesPayload], on_mismatch))
    if delivery.event == "backup":
        return BackupEvent(delivery.body)
    if delivery.event == "ping_event":
        return PingEvent()
    raise delivery.unknown()

# Generated from the description of Workshop by specloom; edits will be lost.

"""The requests that Workshop sends on its own, and how to read them."""

from __future__ import annotations

from dataclasses import dataclass as _dataclass
from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

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


@_dataclass(frozen=True, slots=True)
class OrderEvent:
    """An order was changed."""

    payload: OrderChange
    type: _Literal["order"] = "order"


@_dataclass(frozen=True, slots=True)
class OrderLinesEvent:
    """The event `order-lines`."""

    payload: list[OrderLinesPayload]
    type: _Literal["order-lines"] = "order-lines"


@_dataclass(frozen=True, slots=True)
class BackupEvent:
    """The nightly backup, as one file."""

    payload: bytes
    type: _Literal["backup"] = "backup"


@_dataclass(frozen=True, slots=True)
class PingEvent:
    """The event `ping_event`."""

    type: _Literal["ping_event"] = "ping_event"


Event: _TypeAlias = OrderEvent | OrderLinesEvent | BackupEvent | PingEvent
"""Tell them apart by class or by `type`."""


def parse(
    headers: _Mapping[str, str],
    body: bytes | str,
    *,
    secret: str | None,
    on_mismatch: _OnMismatch = "warn",
) -> Event:
    """Return the event that a request tells of, after checking who sent it.

    Args:
        headers: The request's header fields; the case of their names does not matter.
        body: The request's body, as it came.
        secret: What the server was told to send; None: the sender is not checked.
        on_mismatch: What happens when the body contradicts the description: warn, ignore, raise, or
            a function to call.

    Raises:
        MissingTokenError: There is nothing that proves who sent it.
        WrongTokenError: It is not that of the secret.
        UnknownEventError: There is no such event.
        BrokenBodyError: The body is no JSON.
    """
    _delivery = _receive(headers, body, secret, _TokenCheck("X-Token"), event_header="X-Event")
    if _delivery.event == "order":
        from .models.order_change import OrderChange

        return OrderEvent(_delivery.payload(OrderChange, on_mismatch))
    if _delivery.event == "order-lines":
        from .models.order_lines_payload import OrderLinesPayload

        return OrderLinesEvent(_delivery.payload(list[OrderLinesPayload], on_mismatch))
    if _delivery.event == "backup":
        return BackupEvent(_delivery.body)
    if _delivery.event == "ping_event":
        return PingEvent()
    raise _delivery.unknown()

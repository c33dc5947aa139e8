# Generated from the description of Signed by specloom; edits will be lost.

"""The requests that Signed sends on its own, and how to read them."""

from __future__ import annotations

from dataclasses import dataclass as _dataclass
from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

from ._runtime.features.webhook_login import Login, LoginCheck as _LoginCheck
from ._runtime.features.webhook_signature import (
    SignatureCheck as _SignatureCheck,
    StaleRequestError,
)
from ._runtime.features.webhooks import (
    BrokenBodyError,
    MissingTokenError,
    UnknownEventError,
    WebhookError,
    WrongTokenError,
    receive as _receive,
)

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping
    from typing import Literal as _Literal

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from .models.order_payload import OrderPayload

__all__ = [
    "BrokenBodyError",
    "Event",
    "Login",
    "MissingTokenError",
    "OrderEvent",
    "StaleRequestError",
    "UnknownEventError",
    "WebhookError",
    "WrongTokenError",
    "parse",
]


@_dataclass(frozen=True, slots=True)
class OrderEvent:
    """The event `order`."""

    payload: OrderPayload
    type: _Literal["order"] = "order"


Event: _TypeAlias = OrderEvent
"""Tell them apart by class or by `type`."""


def parse(
    headers: _Mapping[str, str],
    body: bytes,
    *,
    secret: str | Login | None,
    query: str | _Mapping[str, str] = "",
    on_mismatch: _OnMismatch = "warn",
) -> Event:
    """Return the event that a request tells of, after checking who sent it.

    Args:
        headers: The request's header fields; the case of their names does not matter.
        body: The bytes of the request's body, exactly as they came: they are what is signed.
        secret: What the server signs with; None: the sender is not checked.
        query: The query of the request's URL, where user name and password may stand; HTTP Basic in the
            headers is taken as well.
        on_mismatch: What happens when the body contradicts the description: warn, ignore, raise, or
            a function to call.

    Raises:
        MissingTokenError: There is nothing that proves who sent it.
        WrongTokenError: It is not that of the secret.
        StaleRequestError: It was signed too long ago.
        UnknownEventError: There is no such event.
        BrokenBodyError: The body is no JSON.
    """
    _delivery = _receive(
        headers, body, secret, _LoginCheck("user", "pass", query), _SIGNATURE, event=("type",)
    )
    if _delivery.event == "order":
        from .models.order_payload import OrderPayload

        return OrderEvent(_delivery.payload(OrderPayload, on_mismatch))
    raise _delivery.unknown()


_SIGNATURE = _SignatureCheck(
    header="X-Signature",
    algorithm="sha512",
    encoding="base64",
    prefix="v0=",
    signed="v0:{timestamp}:{body}",
    timestamp_header="X-Time",
    timestamp_tolerance=300,
)

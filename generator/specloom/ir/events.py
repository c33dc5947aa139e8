"""What the server tells on its own, as facts: each webhook, and how its requests are read and checked."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from specloom.findings import Location
from specloom.ir.types import Type
from specloom.record import record

EventKind = Literal["json", "bytes", "nothing"]


@record
class Event:
    """A webhook, as a class of what it tells."""

    class_name: str
    value: str
    """What the request says of itself: `order`."""
    kind: EventKind
    payload: Type | None
    """None exactly where the kind is not `json`."""
    description: str
    location: Location = field(compare=False, repr=False)


@record
class Signature:
    """How requests are signed: the attributes of `SignatureCheck` in the runtime."""

    header: str
    algorithm: str = "sha256"
    encoding: str = "hex"
    prefix: str = ""
    signed: str = "{body}"
    timestamp_header: str = ""
    timestamp_prefix: str = ""
    timestamp_tolerance: float | None = None
    key_encoding: str = "text"
    key_prefix: str = ""


@record
class Events:
    """Everything that the server tells on its own, and how its requests are read: see `x-specloom.webhooks`."""

    token_header: str
    """Empty where the secret does not come as it is."""
    event_header: str
    """Empty where `event` says it."""
    event: tuple[str, ...] | None
    """Segments of a JSON Pointer into the body; None where `event_header` says it."""
    all: tuple[Event, ...]
    login: tuple[str, str] | None = None
    """The query parameters with user name and password, where a sender may have these."""
    signature: Signature | None = None

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`WebhookPayload`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .webhook_action import WebhookAction

__all__ = ["WebhookPayload"]


class WebhookPayload(_Model):
    """What Fixably tells about an event; read the resource to learn more."""

    id: int
    """Id of the resource that the event is about, such as the order's or the invoice's."""

    action: WebhookAction
    """What happened to it."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`WebhookAction`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["WebhookAction"]


WebhookAction: _TypeAlias = (
    _Literal["created", "edited", "updated", "voided", "changed", "deleted"] | str
)
"""What happened to the resource."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`PurchaseOrderStatus`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["PurchaseOrderStatus"]


PurchaseOrderStatus: _TypeAlias = _Literal["OPEN", "CLOSED", "DELETED", "DRAFT"] | str
"""How far a purchase is: `DRAFT`, not ordered yet; `OPEN`, parts are still to come; `CLOSED`,
everything has arrived and was received; `DELETED`, cancelled while it was open.
"""

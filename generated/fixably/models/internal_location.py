# Generated from the description of Fixably API by specloom; edits will be lost.

"""`InternalLocation`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["InternalLocation"]


InternalLocation: _TypeAlias = (
    _Literal["CUSTOMER", "SERVICE", "STORE", "IN_TRANSIT", "DEALER_SHOP", "UNKNOWN"] | str
)
"""Where a device is: with the customer, at the service location, in a store, in transit, with a
dealer's shop, or unknown.
"""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`StatusType`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["StatusType"]


StatusType: _TypeAlias = (
    _Literal[
        "IN_QUEUE",
        "IN_DIAGNOSIS",
        "PROCESSING",
        "AWAITING_PARTS",
        "AWAITING_CUSTOMER",
        "AWAITING_PROCESSING",
        "AWAITING_SHIPPING",
        "READY_FOR_PICKUP",
        "PICKED_UP",
    ]
    | str
)
"""Step of a repair: `IN_QUEUE`, not begun; `IN_DIAGNOSIS`, being examined; `PROCESSING`, being
worked on; `AWAITING_PARTS`, `AWAITING_CUSTOMER`, `AWAITING_PROCESSING`, `AWAITING_SHIPPING`,
waiting for what they name; `READY_FOR_PICKUP`, ready to be collected; `PICKED_UP`, collected.
"""

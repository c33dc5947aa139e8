# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderLineStatus`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["OrderLineStatus"]


OrderLineStatus: _TypeAlias = (
    _Literal[
        "DRAFT",
        "CONFIRMED OUT OF STOCK",
        "CONFIRMED IN STOCK",
        "PARTS ORDERED",
        "PARTS ARRIVED",
        "PARTS COLLECTED",
        "PARTS DRAFT ORDERED",
        "LOANER RESERVED",
        "LOANED",
        "LOANER RETURNED",
        "READY FOR COLLECTION",
        "PENDING RETURN TO STOCK",
        "RETURNED TO STOCK",
        "PART ORDER IN PROGRESS",
    ]
    | str
)
"""How far a line's parts are. `CONFIRMED …`: the part will be used, and is in stock or not. `PARTS
DRAFT ORDERED`: on a draft of a purchase order; `PART ORDER IN PROGRESS`: being ordered now;
`PARTS ORDERED`: on a purchase order; `PARTS ARRIVED`: received with it. `READY FOR COLLECTION`,
`PARTS COLLECTED`: by the technician. `PENDING RETURN TO STOCK`, `RETURNED TO STOCK`: going or
gone back to where they came from. `LOAN…`: a loaner part is reserved, lent or back.
"""

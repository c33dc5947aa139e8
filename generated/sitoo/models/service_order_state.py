# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceOrderState`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["ServiceOrderState"]


ServiceOrderState: _TypeAlias = (
    _Literal["new", "in_progress", "service_done", "closed", "cancelled"] | str
)
"""How far a service order is: `new`, work not begun; `in_progress`, being worked on;
`service_done`, ready to be collected; `closed`, finished; `cancelled`, given up.
"""

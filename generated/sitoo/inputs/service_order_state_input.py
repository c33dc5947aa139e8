# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceOrderStateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias as _TypeAlias

if TYPE_CHECKING:
    from typing import Literal as _Literal

__all__ = ["ServiceOrderStateInput"]


ServiceOrderStateInput: _TypeAlias = (
    "_Literal['new', 'in_progress', 'service_done', 'closed', 'cancelled']"
)
"""How far a service order is: `new`, work not begun; `in_progress`, being worked on;
`service_done`, ready to be collected; `closed`, finished; `cancelled`, given up.
"""

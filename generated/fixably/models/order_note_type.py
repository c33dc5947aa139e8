# Generated from the description of Fixably API by specloom; edits will be lost.

"""`OrderNoteType`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["OrderNoteType"]


OrderNoteType: _TypeAlias = (
    _Literal["ISSUE", "DIAGNOSIS", "RESOLUTION", "SMS", "EMAIL", "ALARM", "OTHER", "INTERNAL"] | str
)
"""What a note is: the customer's issue, the technician's diagnosis, how the repair was resolved, a
message sent, an alarm, something else, or an internal note. Integrations have types of their
own.
"""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`TaskType`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["TaskType"]


TaskType: _TypeAlias = _Literal["TEXT", "PASSWORD", "BOOL", "SELECT"] | str
"""Kind of field that a task is, a text, a password, yes or no, or a choice."""

# Generated from the description of Fixably API by specloom; edits will be lost.

"""`NewOrderTaskInput`."""

from __future__ import annotations

from typing import TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

__all__ = ["NewOrderTaskInput"]


class NewOrderTaskInput(_TypedDict):
    """An order task to fill in with a new order."""

    id: int
    """Id of the task."""

    value: bool | str | int
    """Value by the task's type: a boolean for `BOOL`, text for `TEXT` and `PASSWORD`, an integer
    for `SELECT`.
    """


NEW_ORDER_TASK_INPUT: _Shape = _Shape(given=["id", "value"], numbers=["id"])

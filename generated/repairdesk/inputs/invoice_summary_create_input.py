# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceSummaryCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.seconds import UNIX_TIME_TEXT as _UNIX_TIME_TEXT
from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    import datetime as _datetime
    from typing import NotRequired as _NotRequired

__all__ = ["InvoiceSummaryCreateInput"]


class InvoiceSummaryCreateInput(_TypedDict):
    """An invoice to be made, as a whole."""

    customer_id: _NotRequired[str]
    """Id of the customer who pays."""

    due_on: _NotRequired[_datetime.datetime | _datetime.date | int | str]
    """When it is to be paid, in seconds since 1970-01-01 UTC."""

    created_date: _NotRequired[_datetime.datetime | _datetime.date | int | str]
    """When it was made, in seconds since 1970-01-01 UTC."""


INVOICE_SUMMARY_CREATE_INPUT: _Shape = _Shape(
    nested=lambda: {"due_on": _UNIX_TIME_TEXT, "created_date": _UNIX_TIME_TEXT},
    given=["customer_id", "due_on", "created_date"],
    numbers=["due_on", "created_date"],
)

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceSummaryCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.encoding import UNIX_TIME_TEXT, Shape

if TYPE_CHECKING:
    import datetime
    from typing import NotRequired

__all__ = ["InvoiceSummaryCreateInput"]


class InvoiceSummaryCreateInput(TypedDict):
    """An invoice to be made, as a whole."""

    customer_id: NotRequired[str]
    """Id of the customer who pays."""

    due_on: NotRequired[datetime.datetime | int | str]
    """When it is to be paid, in seconds since 1970-01-01 UTC."""

    created_date: NotRequired[datetime.datetime | int | str]
    """When it was made, in seconds since 1970-01-01 UTC."""


INVOICE_SUMMARY_CREATE_INPUT: Shape = Shape(
    {}, lambda: {"due_on": UNIX_TIME_TEXT, "created_date": UNIX_TIME_TEXT}
)

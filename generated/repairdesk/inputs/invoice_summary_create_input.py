# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`InvoiceSummaryCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["InvoiceSummaryCreateInput"]


class InvoiceSummaryCreateInput(TypedDict):
    """An invoice to be made, as a whole."""

    customer_id: NotRequired[str]
    """Id of the customer who pays."""

    due_on: NotRequired[str]
    """When it is to be paid, in seconds since 1970-01-01 UTC."""

    created_date: NotRequired[str]
    """When it was made, in seconds since 1970-01-01 UTC."""

# Generated from the description of RepairDesk by specloom; edits will be lost.

"""`TicketSummaryCreateInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.encoded_bytes import BASE64 as _BASE64
from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["TicketSummaryCreateInput"]


class TicketSummaryCreateInput(_TypedDict):
    """A ticket to be created, as a whole."""

    customer_id: _NotRequired[str]
    """Id of the customer."""

    signature: _NotRequired[bytes | str]
    """The customer's signature in base64; may be empty."""


TICKET_SUMMARY_CREATE_INPUT: _Shape = _Shape(
    nested=lambda: {"signature": _BASE64}, given=["customer_id", "signature"]
)

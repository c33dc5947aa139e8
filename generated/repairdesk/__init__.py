# Generated from the description of RepairDesk by specloom; edits will be lost.

"""A client for RepairDesk, version 1.

    from repairdesk import RepairDesk

    with RepairDesk(api_key="…") as client:
        for item in client.invoices.list():
            print(item)

Answer types are in `repairdesk.models`, what calls take in `repairdesk.inputs`.
"""

from ._runtime.unset import UNSET, Unset
from .client import AsyncRepairDesk, RepairDesk
from .errors import (
    ApiError,
    CallError,
    ConfigurationError,
    ConnectError,
    MismatchError,
    MismatchWarning,
    PagingError,
    TimedOutError,
    TooLargeError,
    TransportError,
)

__all__ = [
    "ApiError",
    "AsyncRepairDesk",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "MismatchError",
    "MismatchWarning",
    "PagingError",
    "RepairDesk",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
    "UNSET",
    "Unset",
]

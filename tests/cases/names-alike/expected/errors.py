# Generated from the description of Things by specloom; edits will be lost.

"""What calls of Things raise.

CallError              anything below
├── ApiError           the server answered with a failure
├── TransportError     there was no answer
│   ├── ConnectError   the server could not be reached
│   ├── TimedOutError  it took too long
│   └── TooLargeError  it has more bytes than `max_response_bytes`
├── MismatchError      the answer contradicts the description
└── PagingError        a list does not come to an end
ConfigurationError     the client lacks a setting, or has a wrong one
"""

from __future__ import annotations

from enum import StrEnum as _StrEnum
from typing import TYPE_CHECKING

from ._runtime.errors import (
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

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

__all__ = [
    "ApiError",
    "BY_STATUS",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "ErrorCode",
    "MEANINGS",
    "MismatchError",
    "MismatchWarning",
    "PagingError",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
]


BY_STATUS: _Mapping[int | str, type[ApiError]] = {}
"""What is raised for a documented status; other failures raise `ApiError`."""


class ErrorCode(_StrEnum):
    """The codes that the description documents, to compare `ApiError.code` with."""

    A_B = "a-b"
    """One."""

    A_B_648FA9 = "a_b"
    """Other."""

    CODE_8A8DE8 = "?"
    """Nobody knows."""


MEANINGS: _Mapping[str, str] = {
    "a-b": "One.",
    "a_b": "Other.",
    "?": "Nobody knows.",
}
"""What each code means: `ApiError.meaning`."""

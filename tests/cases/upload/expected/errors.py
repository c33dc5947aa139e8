# Generated from the description of Workshop by specloom; edits will be lost.

"""What calls of Workshop raise.

CallError               anything below
├── ApiError            the server answered with a failure
│   ├── ForbiddenError  status 403
│   └── NotFoundError   status 404
├── TransportError      there was no answer
│   ├── ConnectError    the server could not be reached
│   ├── TimedOutError   it took too long
│   └── TooLargeError   it has more bytes than `max_response_bytes`
├── UploadError         a storage did not take a file
├── MismatchError       the answer contradicts the description
└── PagingError         a list does not come to an end
ConfigurationError      the client lacks a setting, or has a wrong one
"""

from __future__ import annotations

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
from ._runtime.features.upload_error import UploadError

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

__all__ = [
    "ApiError",
    "BY_STATUS",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "ForbiddenError",
    "MismatchError",
    "MismatchWarning",
    "NotFoundError",
    "PagingError",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
    "UploadError",
]


class ForbiddenError(ApiError):
    """403 Forbidden."""


class NotFoundError(ApiError):
    """404 Not Found."""


BY_STATUS: _Mapping[int | str, type[ApiError]] = {
    403: ForbiddenError,
    404: NotFoundError,
}
"""What is raised for a documented status; other failures raise `ApiError`."""

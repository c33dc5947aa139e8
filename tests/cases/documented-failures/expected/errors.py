# Generated from the description of Doors by specloom; edits will be lost.

"""What calls of Doors raise.

CallError                         anything below
├── ApiError                      the server answered with a failure
│   ├── ClientError               status 4XX
│   │   ├── NotFoundError         status 404
│   │   ├── Status418Error        status 418
│   │   └── TooManyRequestsError  status 429
│   └── ServiceUnavailableError   status 503
├── TransportError                there was no answer
│   ├── ConnectError              the server could not be reached
│   ├── TimedOutError             it took too long
│   └── TooLargeError             it has more bytes than `max_response_bytes`
├── MismatchError                 the answer contradicts the description
└── PagingError                   a list does not come to an end
ConfigurationError                the client lacks a setting, or has a wrong one
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

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

__all__ = [
    "ApiError",
    "BY_STATUS",
    "CallError",
    "ClientError",
    "ConfigurationError",
    "ConnectError",
    "MismatchError",
    "MismatchWarning",
    "NotFoundError",
    "PagingError",
    "ServiceUnavailableError",
    "Status418Error",
    "TimedOutError",
    "TooLargeError",
    "TooManyRequestsError",
    "TransportError",
]


class ClientError(ApiError):
    """4XX Client Error."""


class NotFoundError(ClientError):
    """404 Not Found."""


class Status418Error(ClientError):
    """Status 418."""


class TooManyRequestsError(ClientError):
    """429 Too Many Requests."""


class ServiceUnavailableError(ApiError):
    """503 Service Unavailable."""


BY_STATUS: _Mapping[int | str, type[ApiError]] = {
    "4XX": ClientError,
    404: NotFoundError,
    418: Status418Error,
    429: TooManyRequestsError,
    503: ServiceUnavailableError,
}
"""What is raised for a documented status; other failures raise `ApiError`."""

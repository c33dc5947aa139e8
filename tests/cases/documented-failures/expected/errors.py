# Generated from the description of Doors by specloom; edits will be lost.

"""What calls of Doors raise.

CallError                        anything below
├── ApiError                     the server answered with a failure
│   ├── NotFoundError            status 404
│   ├── Status418Error           status 418
│   ├── TooManyRequestsError     status 429
│   ├── ClientError              status 4XX
│   └── ServiceUnavailableError  status 503
├── TransportError               there was no answer
│   ├── ConnectError             the server could not be reached
│   ├── TimedOutError            it took too long
│   └── TooLargeError            it has more bytes than `max_response_bytes`
├── MismatchError                the answer contradicts the description
└── PagingError                  a list does not come to an end
ConfigurationError               the client lacks a setting, or has a wrong one
"""

from __future__ import annotations

from collections.abc import Mapping

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


class NotFoundError(ApiError):
    """404 Not Found."""


class Status418Error(ApiError):
    """Status 418."""


class TooManyRequestsError(ApiError):
    """429 Too Many Requests."""


class ClientError(ApiError):
    """4XX Client Error."""


class ServiceUnavailableError(ApiError):
    """503 Service Unavailable."""


BY_STATUS: Mapping[int | str, type[ApiError]] = {
    404: NotFoundError,
    418: Status418Error,
    429: TooManyRequestsError,
    "4XX": ClientError,
    503: ServiceUnavailableError,
}
"""What is raised for a documented status; other failures raise `ApiError`."""

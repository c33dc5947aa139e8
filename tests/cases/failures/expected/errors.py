# Generated from the description of Till by specloom; edits will be lost.

"""What calls of Till raise.

CallError                        anything below
├── ApiError                     the server answered with a failure
│   ├── ClientError              status 4XX
│   │   └── ConflictError        status 409
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

from typing import TYPE_CHECKING

from ._runtime.errors import (
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
from ._runtime.features.failures import DescribedApiError as _DescribedApiError
from ._runtime.features.failures_by_route import by_route as _by_route

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    from . import models as _models
    from ._runtime.features.failures_by_route import Bodies as _Bodies

__all__ = [
    "ApiError",
    "BY_STATUS",
    "CallError",
    "ClientError",
    "ConfigurationError",
    "ConflictError",
    "ConnectError",
    "MismatchError",
    "MismatchWarning",
    "PagingError",
    "ServiceUnavailableError",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
]


class ApiError(_DescribedApiError):
    """The server answered with a status that is no success; `error` is the body as it is described."""

    @property
    def error(self) -> _models.Problem | str | _models.Conflict | None:
        """The body, as the description has it; None where it is not like that."""
        _error: _models.Problem | str | _models.Conflict | None = self._error
        return _error


class ClientError(ApiError):
    """4XX Client Error."""

    @property
    def error(self) -> _models.Problem | _models.Conflict | None:
        """The body, as the description has it; None where it is not like that."""
        _error: _models.Problem | _models.Conflict | None = self._error
        return _error


class ConflictError(ClientError):
    """409 Conflict."""


class ServiceUnavailableError(ApiError):
    """503 Service Unavailable."""

    @property
    def error(self) -> str | None:
        """The body, as the description has it; None where it is not like that."""
        _error: str | None = self._error
        return _error


BY_STATUS: _Mapping[int | str, type[ApiError]] = {
    "default": ApiError,
    "4XX": ClientError,
    409: ConflictError,
    503: ServiceUnavailableError,
}
"""What is raised for a documented status; other failures raise `ApiError`."""


def described_failures() -> _Bodies:
    """Return what the bodies of failures are, by route, status and media type."""
    from . import models as _models

    return _by_route(
        (
            {"4XX": {"application/json": _models.Problem}, 503: {"text/plain": str}},
            ["GET /receipts"],
        ),
        (
            {
                "4XX": {"application/json": _models.Problem},
                409: {"application/json": _models.Conflict},
            },
            ["POST /receipts"],
        ),
    )

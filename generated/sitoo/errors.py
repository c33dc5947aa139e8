# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""What calls of Sitoo Service Orders raise.

CallError                        anything below
├── ApiError                     the server answered with a failure
│   ├── BadRequestError          status 400
│   ├── UnauthorizedError        status 401
│   ├── PreconditionFailedError  status 412
│   ├── InternalServerError      status 500
│   └── BadGatewayError          status 502
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

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    from . import models as _models

__all__ = [
    "ApiError",
    "BY_STATUS",
    "BadGatewayError",
    "BadRequestError",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "InternalServerError",
    "MismatchError",
    "MismatchWarning",
    "PagingError",
    "PreconditionFailedError",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
    "UnauthorizedError",
]


class ApiError(_DescribedApiError):
    """The server answered with a status that is no success; `error` is the body as it is described."""

    @property
    def error(self) -> _models.ErrorBody | None:
        """The body, as the description has it; None where it is not like that."""
        _error: _models.ErrorBody | None = self._error
        return _error


class BadRequestError(ApiError):
    """400 Bad Request."""


class UnauthorizedError(ApiError):
    """401 Unauthorized."""


class PreconditionFailedError(ApiError):
    """412 Precondition Failed."""


class InternalServerError(ApiError):
    """500 Internal Server Error."""


class BadGatewayError(ApiError):
    """502 Bad Gateway."""


BY_STATUS: _Mapping[int | str, type[ApiError]] = {
    "default": ApiError,
    400: BadRequestError,
    401: UnauthorizedError,
    412: PreconditionFailedError,
    500: InternalServerError,
    502: BadGatewayError,
}
"""What is raised for a documented status; other failures raise `ApiError`."""


def described_failure() -> object:
    """Return what the body of each described failure is."""
    from . import models as _models

    return _models.ErrorBody

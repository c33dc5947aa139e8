# Generated from the description of Fixably API by specloom; edits will be lost.

"""What calls of Fixably API raise.

CallError                      anything below
├── ApiError                   the server answered with a failure
│   └── ClientError            status 4XX
│       ├── BadRequestError    status 400
│       ├── UnauthorizedError  status 401
│       └── NotFoundError      status 404
├── TransportError             there was no answer
│   ├── ConnectError           the server could not be reached
│   ├── TimedOutError          it took too long
│   └── TooLargeError          it has more bytes than `max_response_bytes`
├── UploadError                a storage did not take a file
├── MismatchError              the answer contradicts the description
└── PagingError                a list does not come to an end
ConfigurationError             the client lacks a setting, or has a wrong one
"""

from __future__ import annotations

from enum import StrEnum as _StrEnum
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
from ._runtime.features.upload_error import UploadError

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    from . import models as _models

__all__ = [
    "ApiError",
    "BY_STATUS",
    "BadRequestError",
    "CallError",
    "ClientError",
    "ConfigurationError",
    "ConnectError",
    "ErrorCode",
    "MEANINGS",
    "MismatchError",
    "MismatchWarning",
    "NotFoundError",
    "PagingError",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
    "UnauthorizedError",
    "UploadError",
]


class ApiError(_DescribedApiError):
    """The server answered with a status that is no success; `error` is the body as it is described."""

    @property
    def error(self) -> _models.ErrorBody | None:
        """The body, as the description has it; None where it is not like that."""
        _error: _models.ErrorBody | None = self._error
        return _error


class ClientError(ApiError):
    """4XX Client Error."""


class BadRequestError(ClientError):
    """400 Bad Request."""


class UnauthorizedError(ClientError):
    """401 Unauthorized."""


class NotFoundError(ClientError):
    """404 Not Found."""


BY_STATUS: _Mapping[int | str, type[ApiError]] = {
    "default": ApiError,
    "4XX": ClientError,
    400: BadRequestError,
    401: UnauthorizedError,
    404: NotFoundError,
}
"""What is raised for a documented status; other failures raise `ApiError`."""


class ErrorCode(_StrEnum):
    """The codes that the description documents, to compare `ApiError.code` with."""

    E2005 = "E2005"
    """The user of the token lacks a permission that the request needs."""

    E4095 = "E4095"
    """The search in `q` cannot be understood."""

    E4098 = "E4098"
    """A field that `q` names must not be searched."""

    E4099 = "E4099"
    """A field that `q` names cannot be searched with a wildcard."""

    E4101 = "E4101"
    """A date is not written in a known format."""

    E5002 = "E5002"
    """An error that Fixably does not know."""

    E10002 = "E10002"
    """What the request names does not exist."""

    E40000 = "E40000"
    """The custom fields do not have the structure that is expected."""

    E40100 = "E40100"
    """The token is wrong, or user name and password are."""

    E40105 = "E40105"
    """Fields that `q` names cannot be searched."""

    E40401 = "E40401"
    """What the request names was not found."""

    E40900 = "E40900"
    """The authentication failed."""

    E50010 = "E50010"
    """Fixably failed to handle the request."""

    E50101 = "E50101"
    """Fixably does not have the route that was called."""


MEANINGS: _Mapping[str, str] = {
    "E2005": "The user of the token lacks a permission that the request needs.",
    "E4095": "The search in `q` cannot be understood.",
    "E4098": "A field that `q` names must not be searched.",
    "E4099": "A field that `q` names cannot be searched with a wildcard.",
    "E4101": "A date is not written in a known format.",
    "E5002": "An error that Fixably does not know.",
    "E10002": "What the request names does not exist.",
    "E40000": "The custom fields do not have the structure that is expected.",
    "E40100": "The token is wrong, or user name and password are.",
    "E40105": "Fields that `q` names cannot be searched.",
    "E40401": "What the request names was not found.",
    "E40900": "The authentication failed.",
    "E50010": "Fixably failed to handle the request.",
    "E50101": "Fixably does not have the route that was called.",
}
"""What each code means: `ApiError.meaning`."""


def described_failure() -> object:
    """Return what the body of each described failure is."""
    from . import models as _models

    return _models.ErrorBody

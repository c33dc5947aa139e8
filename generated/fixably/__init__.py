# Generated from the description of Fixably API by specloom; edits will be lost.

"""A client for Fixably API, version 3.

    from fixably import Fixably

    with Fixably(domain="…", api_key="…") as client:
        for item in client.cost_estimates.list():
            print(item)

Answer types are in `fixably.models`, what calls take in `fixably.inputs`.
"""

from . import webhooks
from .client import AsyncFixably, Fixably
from .errors import (
    ApiError,
    BadRequestError,
    CallError,
    ClientError,
    ConfigurationError,
    ConnectError,
    ErrorCode,
    MismatchError,
    MismatchWarning,
    NotFoundError,
    PagingError,
    TimedOutError,
    TransportError,
    UnauthorizedError,
    UploadError,
)

__all__ = [
    "ApiError",
    "AsyncFixably",
    "BadRequestError",
    "CallError",
    "ClientError",
    "ConfigurationError",
    "ConnectError",
    "ErrorCode",
    "Fixably",
    "MismatchError",
    "MismatchWarning",
    "NotFoundError",
    "PagingError",
    "TimedOutError",
    "TransportError",
    "UnauthorizedError",
    "UploadError",
    "webhooks",
]

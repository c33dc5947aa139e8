# Generated from the description of Fixably API by specloom; edits will be lost.

"""A client for Fixably API, version 3.

    from fixably import Fixably

    with Fixably(domain="…", api_key="…") as client:
        for item in client.orders.list(expand=["items"]):
            print(item)

Answer types are in `fixably.models`, what calls take in `fixably.inputs`.
"""

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

from ._runtime.unset import UNSET, Unset
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
    TooLargeError,
    TransportError,
    UnauthorizedError,
    UploadError,
)

if TYPE_CHECKING:
    from . import webhooks
else:

    def __getattr__(name: str) -> object:
        if name == "webhooks":
            return _import_module(".webhooks", __name__)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


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
    "TooLargeError",
    "TransportError",
    "UNSET",
    "UnauthorizedError",
    "Unset",
    "UploadError",
    "webhooks",
]

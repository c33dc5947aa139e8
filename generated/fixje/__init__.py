# Generated from the description of Fixje Partner by specloom; edits will be lost.

"""A client for Fixje Partner, version 1.0.

    from fixje import Fixje

    with Fixje(host="…", client_id="…", client_secret="…") as client:
        for item in client.orders.list():
            print(item)

Answer types are in `fixje.models`, what calls take in `fixje.inputs`.
"""

from ._runtime.unset import UNSET, Unset
from .client import AsyncFixje, Fixje
from .errors import (
    ApiError,
    BadRequestError,
    CallError,
    ConfigurationError,
    ConnectError,
    InternalServerError,
    MismatchError,
    MismatchWarning,
    NotFoundError,
    PagingError,
    TimedOutError,
    TooLargeError,
    TransportError,
    UnauthorizedError,
)

__all__ = [
    "ApiError",
    "AsyncFixje",
    "BadRequestError",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "Fixje",
    "InternalServerError",
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
]

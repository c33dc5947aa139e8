# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""A client for Sitoo Service Orders, version 2.

    from sitoo import Sitoo

    with Sitoo(account="…", api_id="…", api_password="…") as client:
        for item in client.service_orders.list():
            print(item)

Answer types are in `sitoo.models`, what calls take in `sitoo.inputs`.
"""

from ._runtime.unset import UNSET, Unset
from .client import AsyncSitoo, Sitoo
from .errors import (
    ApiError,
    BadGatewayError,
    BadRequestError,
    CallError,
    ConfigurationError,
    ConnectError,
    InternalServerError,
    MismatchError,
    MismatchWarning,
    PagingError,
    PreconditionFailedError,
    TimedOutError,
    TooLargeError,
    TransportError,
    UnauthorizedError,
)

__all__ = [
    "ApiError",
    "AsyncSitoo",
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
    "Sitoo",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
    "UNSET",
    "UnauthorizedError",
    "Unset",
]

# Generated from the description of Tenants by specloom; edits will be lost.

"""A client for Tenants, version 2.1.

    from tenants import Tenants

    with Tenants(tenant="…", api_key="…") as client:
        client.me.read()

Answer types are in `tenants.models`, what calls take in `tenants.inputs`.
"""

from ._runtime.unset import UNSET, Unset
from .client import AsyncTenants, Tenants
from .errors import (
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
    "AsyncTenants",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "MismatchError",
    "MismatchWarning",
    "PagingError",
    "Tenants",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
    "UNSET",
    "Unset",
]

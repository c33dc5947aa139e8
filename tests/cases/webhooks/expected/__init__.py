# Generated from the description of Workshop by specloom; edits will be lost.

"""A client for Workshop, version 1.

    from workshop import Workshop

    with Workshop(base_url="…") as client:
        ...

Answer types are in `workshop.models`, what calls take in `workshop.inputs`.
"""

from . import webhooks
from .client import AsyncWorkshop, Workshop
from .errors import (
    ApiError,
    CallError,
    ConfigurationError,
    ConnectError,
    MismatchError,
    MismatchWarning,
    PagingError,
    TimedOutError,
    TransportError,
)

__all__ = [
    "ApiError",
    "AsyncWorkshop",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "MismatchError",
    "MismatchWarning",
    "PagingError",
    "TimedOutError",
    "TransportError",
    "Workshop",
    "webhooks",
]

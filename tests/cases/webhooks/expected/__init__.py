# Generated from the description of Workshop by specloom; edits will be lost.

"""A client for Workshop, version 1.

    from workshop import Workshop

    with Workshop(base_url="…") as client:
        ...

Answer types are in `workshop.models`, what calls take in `workshop.inputs`.
"""

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

from ._runtime.unset import UNSET, Unset
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
    TooLargeError,
    TransportError,
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
    "AsyncWorkshop",
    "CallError",
    "ConfigurationError",
    "ConnectError",
    "MismatchError",
    "MismatchWarning",
    "PagingError",
    "TimedOutError",
    "TooLargeError",
    "TransportError",
    "UNSET",
    "Unset",
    "Workshop",
    "webhooks",
]

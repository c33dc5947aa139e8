# Generated from the description of Tours by specloom; edits will be lost.

"""Answer types of Tours. Each module is imported when one of its names is used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .read_response import (
        ReadResponse as ReadResponse,
        ReadResponseGuide as ReadResponseGuide,
        ReadResponseStops as ReadResponseStops,
        ReadResponseStopsAt as ReadResponseStopsAt,
    )

else:
    _MODULES = {
        "ReadResponse": ".read_response",
        "ReadResponseGuide": ".read_response",
        "ReadResponseStops": ".read_response",
        "ReadResponseStopsAt": ".read_response",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)

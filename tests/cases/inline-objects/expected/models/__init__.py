# Generated from the description of Tours by specloom; edits will be lost.

"""Answer types of Tours. Each module is imported when one of its names is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .read_response import ReadResponse as ReadResponse
    from .read_response import ReadResponseGuide as ReadResponseGuide
    from .read_response import ReadResponseStops as ReadResponseStops
    from .read_response import ReadResponseStopsAt as ReadResponseStopsAt

else:
    _MODULES = {
        "ReadResponse": ".read_response",
        "ReadResponseGuide": ".read_response",
        "ReadResponseStops": ".read_response",
        "ReadResponseStopsAt": ".read_response",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
